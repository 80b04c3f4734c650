package org.yongjun.pass.holder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of an import file; {@code api-spec/schema/holder-import.md} describes them. */
public enum ImportColumn {
  NAME(true, "姓名"),
  ID_NUMBER(true, "身份证号", "身份证号码", "公民身份号码"),
  PHONE(true, "手机号", "手机号码", "联系电话"),
  CLASSES(true, "类别", "优待对象类别"),
  HOME_REGION(true, "属地", "属地代码", "行政区划代码"),
  NATIONAL_CARD(false, "优待证号", "优待证编号"),
  MERIT(false, "立功等级"),
  DISABILITY(false, "残疾等级", "伤残等级"),
  VALID_FROM(true, "生效日期", "有效期起"),
  VALID_UNTIL(true, "有效期", "有效期止", "截止日期");

  private final boolean required;
  private final List<String> aliases;

  ImportColumn(boolean required, String... aliases) {
    this.required = required;
    this.aliases = List.of(aliases);
  }

  /** The English header name, which is also the last part of an error's pointer. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the header must have the column and every line must fill it. */
  public boolean isRequired() {
    return required;
  }

  /** The Chinese header names, the first being the one that templates use. */
  public List<String> aliases() {
    return aliases;
  }

  static Optional<ImportColumn> findByHeader(String cell) {
    for (ImportColumn each : values()) {
      if (each.key().equalsIgnoreCase(cell) || each.aliases.contains(cell)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
