package org.yongjun.pass.card;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an event says in words, and the papers that were seen. It travels to the store as text that
 * is sealed there: one line for the remark, then one per document, fields divided by a tab.
 */
public record CardNotes(String remark, List<Document> documents) {
  public static final int REMARK_LENGTH_MAX = 300;
  public static final int DOCUMENTS_MAX = 10;
  public static final int FIELD_LENGTH_MAX = 60;

  /** One line, so that it divides nothing. */
  public static final String LINE_PATTERN = "[^\\p{Cntrl}]*";

  /** A paper by its kind and number; the paper itself stays in the office's files. */
  public record Document(String kind, String reference) {
    @Override
    public String toString() {
      return "Document[" + kind + "]";
    }
  }

  public CardNotes {
    documents = List.copyOf(documents);
  }

  public boolean isEmpty() {
    return remark.isEmpty() && documents.isEmpty();
  }

  byte[] toBytes() {
    StringBuilder text = new StringBuilder(remark);
    documents.forEach(
        each -> text.append('\n').append(each.kind()).append('\t').append(each.reference()));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static CardNotes of(byte[] bytes) {
    List<String> lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
    List<Document> documents = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int tab = line.indexOf('\t');
      documents.add(new Document(line.substring(0, tab), line.substring(tab + 1)));
    }
    return new CardNotes(lines.getFirst(), documents);
  }

  @Override
  public String toString() {
    return "CardNotes[masked]";
  }
}
