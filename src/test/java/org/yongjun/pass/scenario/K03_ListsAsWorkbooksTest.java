package org.yongjun.pass.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.yongjun.pass.PassServer;
import org.yongjun.pass.app.StoryHttp;
import org.yongjun.pass.contract.CheckedHttp;

/**
 * Goal: what a table can hold goes to a workbook and back unchanged, and no workbook makes the
 * server stumble. Method: files made and opened by a library, over HTTP.
 */
class K03_ListsAsWorkbooksTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String YAML = "application/yaml";

  private static final Scene SCENE = Scene.open();
  private static final ListOffice OFFICE = new ListOffice(SCENE);

  @Test
  void whatATableCanHoldComesBackAsItWas() throws IOException {
    String yaml =
        """
        code: sheet-%1$s
        region: "%1$s"
        level: CITY
        batchNumber: 3
        title: {zh: "=HYPERLINK(\\"http://x\\")", en: "-1+1"}
        source: {title: 文件, number: 〔2026〕1号, date: 2026-01-05}
        effectiveFrom: 2026-01-01
        effectiveTo: 2027-12-31
        categories: [{code: SHOPS, title: {zh: 商超, en: Shops}}]
        items:
          - number: "1"
            title: {zh: "@项目", en: Item}
            category: SHOPS
            who: {classes: [SERVICEPERSON, VETERAN], origin: {scope: LISTED, regions: ["130000", "140000"]}}
            where: {kinds: [PHARMACY], tags: [甲, 乙], aLevelMin: 0}
            parts:
              - {label: GOODS, rule: {kind: PERCENT_PAYABLE, tiers: {SERVICEPERSON: 80, VETERAN: 90}}}
              - {label: MEAL, rule: {kind: AMOUNT_OFF, offFen: 1050, thresholdFen: 3000}}
            limits: [{subject: HOLDER, period: DAY, unit: USES, max: 2}, {subject: ITEM, period: YEAR, unit: FEN, max: 100000}]
            when: {weekdays: [MONDAY, SUNDAY], effectiveFrom: 2026-02-01}
            photoCheck: true
            synthetic: true
            references: [A-1, B-2]
          - number: "2"
            title: {zh: 一元, en: One yuan}
            who: {classes: [VETERAN], origin: {scope: LOCAL, region: "%1$s"}}
            parts: [{label: FARE, rule: {kind: FIXED_PRICE, fen: 1}}]
        """
            .formatted(SCENE.city);
    StoryHttp.Reply version = OFFICE.published(YAML, yaml.getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> file = export("sheet-" + SCENE.city, XLSX);
    assertEquals(200, file.statusCode());

    StoryHttp.Reply draft = OFFICE.draft(OFFICE.clerk, XLSX, file.body()).expect(201);
    assertEquals(version.at("document"), draft.at("document"));
    HttpResponse<byte[]> text = export("sheet-" + SCENE.city, YAML);
    assertEquals(
        version.at("document"), OFFICE.draft(OFFICE.clerk, YAML, text.body()).at("document"));
    // What looks like a formula is a marked text.
    assertEquals(List.of("'=HYPERLINK(\"http://x\")"), texts(file.body(), "HYPERLINK"));
    assertEquals(List.of("'@项目"), texts(file.body(), "@项目"));
  }

  @Test
  void whatATableCannotHoldIsNamedInstead() throws IOException {
    String yaml =
        Files.readString(Path.of("api-spec", "examples", "synthetic-city.yaml"))
            .replace("synthetic-city", "rich-" + SCENE.city)
            .replace("451400", SCENE.city.toString());
    OFFICE.published(YAML, yaml.getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> refused = export("rich-" + SCENE.city, XLSX);
    assertEquals(422, refused.statusCode());
    StoryHttp.Reply problem = new StoryHttp.Reply(422, refused.headers(), refused.body());
    List<Object> pointers =
        problem.list("errors").stream().map(each -> each.get("pointer")).toList();
    assertEquals(
        List.of("/items/12/who", "/items/17/who", "/items/19/conflict", "/items/19/sources"),
        pointers.stream().sorted().toList());
    assertEquals(200, export("rich-" + SCENE.city, YAML).statusCode());
  }

  @Test
  void theTemplateIsFilledInAndTaken() throws IOException {
    HttpResponse<byte[]> template = get("/v1/catalogue-templates/xlsx", XLSX);
    assertEquals(200, template.statusCode());
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(template.body()))) {
      assertEquals(
          List.of("清单", "类别", "项目", "说明"), workbook.getSheets().map(Sheet::getName).toList());
    }
    // Without a code and a region there is nothing to keep.
    StoryHttp.Reply empty = OFFICE.draft(OFFICE.clerk, XLSX, template.body()).expect(422);
    assertEquals("/code", empty.text("errors/0/pointer"));
  }

  @Test
  void faultyCellsAreNamedByTheirPlaceInBothLanguages() throws IOException {
    byte[] formula =
        workbook(
            items -> {
              items.value(1, 0, "number");
              items.value(1, 1, "stackOrder");
              items.value(1, 2, "madeUp");
              items.value(2, 0, "1");
              items.value(2, 1, "many");
              items.formula(3, 0, "1+1");
              items.value(3, 3, "no heading");
            });
    StoryHttp.Reply refused = OFFICE.draft(OFFICE.clerk, XLSX, formula).expect(422);
    assertEquals("项目!A4", refused.text("errors/0/pointer"));
    byte[] cells =
        workbook(
            items -> {
              items.value(1, 0, "number");
              items.value(1, 1, "stackOrder");
              items.value(1, 2, "madeUp");
              items.value(2, 0, "1");
              items.value(2, 1, "many");
              items.value(3, 3, "no heading");
            });
    List<Object> places =
        OFFICE.draft(OFFICE.clerk, XLSX, cells).expect(422).list("errors").stream()
            .map(each -> each.get("pointer"))
            .toList();
    assertEquals(List.of("项目!C2", "项目!B3", "项目!D4"), places);
    byte[] large =
        workbook(
            items -> {
              items.value(1, 0, "number");
              items.value(2, 0, "x".repeat(1_000_000));
            });
    assertEquals(
        "项目!A3", OFFICE.draft(OFFICE.clerk, XLSX, large).expect(422).text("errors/0/pointer"));
  }

  @Test
  void whatIsNoWorkbookIsRefusedAndNeverAFault() throws IOException {
    byte[] sound = workbook(items -> items.value(1, 0, "number"));
    byte[] cut = Arrays.copyOf(sound, sound.length / 2);
    for (byte[] each :
        List.of(
            "PK".getBytes(StandardCharsets.US_ASCII),
            "code: x".getBytes(StandardCharsets.UTF_8),
            cut,
            zip(1, "made/up.xml", new byte[100]),
            zip(1, "xl/workbook.xml", "<a><b>".getBytes(StandardCharsets.UTF_8)),
            zip(500, "x", new byte[1]),
            zip(1, "xl/worksheets/sheet1.xml", new byte[60_000_000]))) {
      StoryHttp.Reply refused = OFFICE.draft(OFFICE.clerk, XLSX, each).expect(422);
      assertEquals("INVALID_CATALOGUE", refused.text("code"));
      assertTrue(refused.body().length < 2_000);
    }
    for (int i = 0; i < sound.length; i += 37) {
      byte[] spoilt = sound.clone();
      spoilt[i] ^= 0x55;
      int status = OFFICE.draft(OFFICE.clerk, XLSX, spoilt).status();
      assertTrue(status == 422 || status == 201, "byte " + i + ": " + status);
    }
  }

  /** An exponent unpacks, and so does a number of a million digits, only slower. */
  @Test
  void aShortFileIsNoHugeNumber() throws IOException {
    byte[] sound = workbook(items -> items.value(1, 0, 4242));
    String text = "<v>4242</v>";
    for (String number : List.of("1E400000000", "1E-400000000", "1E40", "7".repeat(3_000_000))) {
      byte[] spoilt = replaced(sound, text, "<v>" + number + "</v>");
      StoryHttp.Reply refused = OFFICE.draft(OFFICE.clerk, XLSX, spoilt).expect(422);
      assertTrue(refused.body().length < 2_000);
    }
  }

  /** The same workbook with other text in its parts. */
  private static byte[] replaced(byte[] workbook, String text, String by) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int found = 0;
    try (ZipFile from = ZipFile.builder().setByteArray(workbook).get();
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipArchiveEntry each : Collections.list(from.getEntries())) {
        byte[] bytes = from.getInputStream(each).readAllBytes();
        String part = new String(bytes, StandardCharsets.UTF_8);
        found += part.contains(text) ? 1 : 0;
        to.putNextEntry(new ZipEntry(each.getName()));
        to.write(part.replace(text, by).getBytes(StandardCharsets.UTF_8));
        to.closeEntry();
      }
    }
    assertEquals(1, found, "the cell is in one part");
    return out.toByteArray();
  }

  private static byte[] workbook(Consumer<Worksheet> items) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet head = workbook.newWorksheet("清单");
      head.value(0, 1, "code");
      head.value(0, 2, "cells-" + SCENE.city);
      head.value(1, 1, "region");
      head.value(1, 2, SCENE.city.value());
      items.accept(workbook.newWorksheet("项目"));
    }
    return out.toByteArray();
  }

  private static byte[] zip(int entries, String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry(entries == 1 ? name : name + i));
        zip.write(content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  /** The text cells of a file that contain these words; none of its cells is a formula. */
  private static List<String> texts(byte[] file, String words) throws IOException {
    List<String> found = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        for (Row row : sheet.read()) {
          row.stream()
              .filter(cell -> cell != null)
              .peek(cell -> assertTrue(cell.getType() != CellType.FORMULA))
              .filter(cell -> cell.getText().contains(words))
              .forEach(cell -> found.add(cell.getText()));
        }
      }
    }
    return found;
  }

  private static HttpResponse<byte[]> export(String code, String type) {
    return get("/v1/catalogues/" + code + "/versions/1/export", type);
  }

  private static HttpResponse<byte[]> get(String path, String type) {
    return CheckedHttp.send(
        HttpRequest.newBuilder(URI.create(PassServer.url() + path))
            .header("Authorization", "Bearer " + OFFICE.clerk)
            .header("Accept", type + ", application/problem+json")
            .build());
  }
}
