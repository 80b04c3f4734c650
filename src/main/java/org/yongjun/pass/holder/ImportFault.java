package org.yongjun.pass.holder;

import org.yongjun.pass.kernel.Text;

/**
 * What can be wrong with a line of an import file: stable codes. The sentences say how to put it
 * right and never repeat what the cell holds.
 */
public enum ImportFault {
  REQUIRED("此列必填", "This column must be filled"),
  TOO_LONG("内容过长", "The content is too long"),
  TOO_MANY_CELLS("此行的列数多于表头", "This line has more cells than the header"),
  NAME_MALFORMED("姓名只能包含文字、间隔号和空格", "A name has letters, middle dots and spaces only"),
  ID_NUMBER_MALFORMED("身份证号应为18位数字，末位可为X", "An ID number has 18 digits; the last may be X"),
  ID_NUMBER_CHECKSUM(
      "身份证号校验位不符，请核对每一位", "The ID number's check digit does not fit; compare each digit"),
  ID_NUMBER_BIRTH_DATE("身份证号中的出生日期不合理", "The birth date in the ID number is not plausible"),
  PHONE_MALFORMED("手机号应为11位大陆号码", "A phone number has the 11 digits of mainland China"),
  CLASS_NOT_KNOWN(
      "类别不在清单中，多个类别用分号隔开", "A class is not in the list; separate several by semicolons"),
  REGION_NOT_KNOWN("属地应为现行的六位行政区划代码", "A home region is a current six-digit region code"),
  REGION_NOT_YOURS("属地不在您的管辖区域内", "The home region is outside the region you answer for"),
  CARD_MALFORMED("优待证号只能包含字母和数字", "A national card number has letters and digits only"),
  OUT_OF_RANGE("数值超出允许范围", "The number is outside the allowed range"),
  DATE_MALFORMED("日期应写作2026-01-31", "Write a date as 2026-01-31"),
  DATE_OUT_OF_RANGE("日期应在1949年至2199年之间", "A date lies between the years 1949 and 2199"),
  DATES_REVERSED("有效期止早于生效日期", "The last valid day is before the first"),
  DUPLICATE_IN_FILE("本文件前面已有同一身份证号", "An earlier line of this file has the same ID number"),
  REGISTERED_ELSEWHERE(
      "此人已在其他地区登记，请联系该地区办理转移",
      "This person is registered in another region; ask that office for a transfer"),
  NOT_REGISTERED("此人尚未登记，请先登记", "This person is not registered; register the person first"),
  ALREADY_LISTED(
      "此人同一生效日期已有一条截止日期不同的记录",
      "There is a line of this person from the same day with another last day"),
  CHANGED_MEANWHILE(
      "此人刚被另一次导入登记，请重新导入", "Another import has just registered this person; import again");

  private final Text text;

  ImportFault(String zh, String en) {
    this.text = new Text(zh, en);
  }

  public Text text() {
    return text;
  }
}
