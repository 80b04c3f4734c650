package org.yongjun.pass.holder;

import java.util.Set;

/** Shortens a name to what a merchant may see: surname + 某. */
final class MaskedName {
  private static final String MASK = "某";

  /** Compound surnames in use; a name that begins with one has at least one more character. */
  private static final Set<String> COMPOUND_SURNAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "司空", "夏侯", "端木", "南宫",
          "独孤", "长孙", "宇文", "澹台", "赫连", "轩辕", "钟离", "闻人", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠",
          "公羊", "百里", "呼延", "东郭", "南门", "西门", "第五", "拓跋", "鲜于", "闾丘", "亓官", "司寇", "仉督", "子车", "颛孙",
          "巫马", "公西", "漆雕", "乐正", "壤驷", "公良", "夹谷", "宰父", "谷梁", "段干", "东里", "羊舌", "微生", "梁丘", "左丘",
          "东门", "万俟", "纳兰", "完颜", "爱新觉罗", "叶赫那拉");

  private MaskedName() {}

  /** The surname (for names without one, the first character) and 某. */
  static String of(String name) {
    for (int length : new int[] {4, 2}) {
      if (name.length() > length && COMPOUND_SURNAMES.contains(name.substring(0, length))) {
        return name.substring(0, length) + MASK;
      }
    }
    // A rare surname may lie outside the basic plane and take two chars.
    return name.substring(0, name.offsetByCodePoints(0, 1)) + MASK;
  }
}
