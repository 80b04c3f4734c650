package org.yongjun.pass.organisation;

import org.yongjun.pass.kernel.Text;

/** Why a unit, or a line of a file of them, is not taken. Codes are stable. */
public enum UnitFault {
  MISSING("必填项为空", "A value is missing"),
  INVALID("内容格式不正确", "A value is not well-formed"),
  UNKNOWN_REGION("没有此区划代码", "There is no region of that code"),
  REGION_NOT_YOURS("不在本次导入的地区内", "Outside the region of this file"),
  LEVEL_MISSING("机构和服务站须注明层级", "Offices and stations state their level"),
  UNKNOWN_LEVEL("此地区没有这一层级", "There is no such level for this region"),
  PARENT_NOT_ABOVE(
      "上级机构不存在、当日未设立，或不在其上一级及所在辖区",
      "The parent does not exist, is not open on that day, or is not above this unit"),
  CODE_TAKEN("此机构编号已用于另一机构", "This code stands for another unit already");

  private final Text text;

  UnitFault(String zh, String en) {
    this.text = new Text(zh, en);
  }

  public Text text() {
    return text;
  }
}
