package org.yongjun.pass.benefit.adapter;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks for numbers that are too long before anything reads them as numbers: the time that takes
 * grows with the square of their digits.
 */
final class SheetNumbers {
  /** Spreadsheets write 15 to 17 digits, a sign, a point and an exponent. */
  static final int NUMBER_LENGTH_MAX = 40;

  private static final String CELL = "c";
  private static final String VALUE = "v";
  private static final String TYPE = "t";

  /** The type of a cell whose value is text and not a number or the index of something. */
  private static final String TEXT = "str";

  private final XMLInputFactory factory = XMLInputFactory.newFactory();

  SheetNumbers() {
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * Whether no value of a cell in this part of a workbook is longer than a number can be. A part
   * that is no XML has none, up to where it ceases to be XML.
   */
  boolean areBounded(InputStream part) {
    try {
      return areBounded(factory.createXMLStreamReader(part));
    } catch (XMLStreamException noXml) {
      return true;
    }
  }

  private static boolean areBounded(XMLStreamReader xml) throws XMLStreamException {
    String type = null;
    int length = -1;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        type = xml.getLocalName().equals(CELL) ? xml.getAttributeValue(null, TYPE) : type;
        length = isNumber(xml.getLocalName(), type) ? 0 : length;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        length = xml.getLocalName().equals(VALUE) ? -1 : length;
      } else if (length >= 0 && xml.hasText()) {
        length += xml.getTextLength();
      }
      if (length > NUMBER_LENGTH_MAX) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String element, @Nullable String type) {
    return element.equals(VALUE) && !TEXT.equals(type);
  }
}
