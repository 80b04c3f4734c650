package org.yongjun.pass.holder;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yongjun.pass.access.Caller;
import org.yongjun.pass.journal.JournalKind;
import org.yongjun.pass.platform.CsvReader;
import org.yongjun.pass.platform.CsvTable;
import org.yongjun.pass.platform.FileText;
import org.yongjun.pass.platform.Ids;
import org.yongjun.pass.platform.Outcome;
import org.yongjun.pass.platform.Problem;
import org.yongjun.pass.platform.ProblemCode;
import org.yongjun.pass.platform.Transactions;

/** Adds the persons of a file of ID numbers to a campaign; the same file again changes nothing. */
public final class CampaignImporter {
  private final CsvReader reader;
  private final Campaigns campaigns;
  private final CampaignStore store;
  private final HolderStore holders;
  private final PersonDigester digester;
  private final Transactions transactions;
  private final Ids ids;

  public CampaignImporter(
      CsvReader reader,
      Campaigns campaigns,
      CampaignStore store,
      HolderStore holders,
      PersonDigester digester,
      Transactions transactions,
      Ids ids) {
    this.reader = reader;
    this.campaigns = campaigns;
    this.store = store;
    this.holders = holders;
    this.digester = digester;
    this.transactions = transactions;
    this.ids = ids;
  }

  private record Sound(int row, String digest) {}

  /**
   * As {@link MemberImporter#importCsv}, with the one column of ID numbers; persons at home
   * elsewhere are rejected.
   */
  public Outcome<ImportReport> importCsv(
      Caller officer, String campaignId, byte[] file, Optional<Charset> charset) {
    if (file.length > HolderImporter.FILE_BYTES_MAX) {
      return Outcome.refused(ProblemCode.TOO_LARGE);
    }
    return campaigns
        .campaign(officer, campaignId)
        .then(
            campaign ->
                FileText.decode(file, charset)
                    .then(text -> reader.read(text, HolderImporter.ROWS_MAX))
                    .then(table -> write(officer, campaign, table)));
  }

  private Outcome<ImportReport> write(Caller officer, Campaign campaign, CsvTable table) {
    boolean isIdNumbers =
        table.header().size() == 1
            && ImportColumn.findByHeader(table.header().getFirst().strip())
                .filter(column -> column == ImportColumn.ID_NUMBER)
                .isPresent();
    if (!isIdNumbers) {
      return Outcome.refused(Problem.invalid("/header", "表头应为：身份证号", "The header is id_number"));
    }
    List<RowOutcome> outcomes = new ArrayList<>();
    List<Sound> sound = new ArrayList<>();
    for (CsvTable.Line line : table.lines()) {
      String cell = line.cells().isEmpty() ? "" : line.cells().getFirst();
      RowCells cells = new RowCells(line.row(), Map.of(ImportColumn.ID_NUMBER, cell));
      String idNumber = RowParser.idNumber(cells, campaigns.today());
      if (cells.errors().isEmpty()) {
        sound.add(new Sound(line.row(), digester.ofIdNumber(idNumber)));
      } else {
        outcomes.add(RowOutcome.rejected(line.row(), cells.errors()));
      }
    }
    for (int start = 0; start < sound.size(); start += HolderImporter.BATCH_ROWS) {
      int end = Math.min(start + HolderImporter.BATCH_ROWS, sound.size());
      List<Sound> batch = sound.subList(start, end);
      outcomes.addAll(transactions.write(() -> writeBatch(officer, campaign, batch)));
    }
    outcomes.sort(Comparator.comparingInt(RowOutcome::row));
    ImportReport report = new ImportReport(ids.next(), outcomes);
    transactions.writeOnly(
        () ->
            campaigns.append(
                officer,
                campaign,
                JournalKind.CAMPAIGN_IMPORTED,
                Map.of(
                    "importId", report.importId(),
                    "created", "" + report.count(RowOutcome.Kind.CREATED),
                    "rejected", "" + report.count(RowOutcome.Kind.REJECTED))));
    return Outcome.done(report);
  }

  private List<RowOutcome> writeBatch(Caller officer, Campaign campaign, List<Sound> batch) {
    List<String> digests = batch.stream().map(Sound::digest).distinct().sorted().toList();
    Map<String, StoredHolder> known = holders.lockByIdNumbers(digests);
    List<RowOutcome> outcomes = new ArrayList<>();
    for (Sound each : batch) {
      StoredHolder found = known.get(each.digest());
      if (found == null) {
        outcomes.add(rejected(each, ImportFault.NOT_REGISTERED));
      } else if (!campaign.region().contains(found.holder().homeRegion())) {
        outcomes.add(rejected(each, ImportFault.REGISTERED_ELSEWHERE));
      } else {
        boolean isNew = store.add(campaign.id(), found.holder().id());
        outcomes.add(
            RowOutcome.accepted(
                each.row(),
                isNew ? RowOutcome.Kind.CREATED : RowOutcome.Kind.UNCHANGED,
                found.holder().id()));
      }
    }
    return outcomes;
  }

  private static RowOutcome rejected(Sound line, ImportFault fault) {
    return RowOutcome.rejected(
        line.row(), List.of(RowError.at(line.row(), ImportColumn.ID_NUMBER, fault)));
  }
}
