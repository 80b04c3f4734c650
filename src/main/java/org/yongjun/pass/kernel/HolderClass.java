package org.yongjun.pass.kernel;

/**
 * The classes of beneficiaries that a code can carry, in the order of their bits (token
 * specification, “Holder classes”). The order is part of the format: never reorder.
 */
public enum HolderClass {
  SERVICEPERSON("现役军人", "serving member of the armed forces"),
  VETERAN("退役军人", "veteran"),
  MARTYR_SURVIVOR("烈士遗属", "survivor of a martyr"),
  LINE_OF_DUTY_SURVIVOR("因公牺牲军人遗属", "survivor of a serviceperson who died in the line of duty"),
  ILLNESS_SURVIVOR("病故军人遗属", "survivor of a serviceperson who died of illness"),
  MILITARY_DEPENDENT("现役军人家属", "dependent of a serving member"),
  DISABLED_SERVICEPERSON("残疾军人", "disabled serviceperson"),
  OTHER_BENEFICIARY("其他优抚对象", "other beneficiary"),
  RETIRED_CADRE("军休干部", "retired cadre"),
  FIREFIGHTER("消防救援人员", "firefighter"),
  DISABLED_POLICE("伤残人民警察", "disabled police officer"),
  CONSCRIPT_DEPENDENT("义务兵家属", "dependent of a conscript"),
  VISITING_DEPENDENT("临时来队家属", "dependent on a visit to the unit"),
  VEHICLE("军车", "military vehicle");

  private final Text name;

  HolderClass(String zh, String en) {
    this.name = new Text(zh, en);
  }

  /** The class's name as people read it. */
  public Text text() {
    return name;
  }

  int bit() {
    return 1 << ordinal();
  }
}
