package cn.doublerandom.registry.application;

import java.util.Map;

/**
 * The columns in which a row may differ from the register, for who reads English; the table itself
 * has its heads in Chinese only.
 */
final class EnglishHeads {
  private static final Map<String, String> HEADS =
      Map.ofEntries(
          Map.entry("编码", "code"),
          Map.entry("类别", "kind"),
          Map.entry("编号", "number"),
          Map.entry("姓名", "name"),
          Map.entry("执法证号", "certificate"),
          Map.entry("省政府执法证号", "provincial certificate"),
          Map.entry("姓名、执法证号", "name, number of the certificate"),
          Map.entry("单位", "unit"),
          Map.entry("执法证有效期至", "certificate valid until"),
          Map.entry("专长", "skills"),
          Map.entry("状态", "state"),
          Map.entry("省政府执法证有效期至", "provincial certificate valid until"),
          Map.entry("地区", "region"),
          Map.entry("承办上限", "most visits at once"),
          Map.entry("曾任职单位", "former employers"),
          Map.entry("持股单位编码", "shareholdings"),
          Map.entry("抽查事项名称", "name of the item"),
          Map.entry("抽查依据", "legal basis"),
          Map.entry("事项类别", "category"),
          Map.entry("层级", "level"),
          Map.entry("领域", "field"),
          Map.entry("抽查方式", "method"),
          Map.entry("抽查比例", "share"),
          Map.entry("抽查频次", "frequency"),
          Map.entry("名称", "name"),
          Map.entry("个人信息", "personal particulars"),
          Map.entry("监管标签", "labels"),
          Map.entry("信用风险等级", "credit risk class"),
          Map.entry("登记状态", "status"),
          Map.entry("登记机关", "registration authority"),
          Map.entry("成立日期", "founded on"),
          Map.entry("住所", "address"),
          Map.entry("行政区划", "region"),
          Map.entry("行业代码", "code of the trade"),
          Map.entry("重点领域", "key field"),
          Map.entry("建设单位或所有人", "owner"),
          Map.entry("施工单位", "contractor"),
          Map.entry("类型", "type"),
          Map.entry("管辖单位", "unit in charge"),
          Map.entry("许可证", "licences"));

  private EnglishHeads() {}

  /** The head itself where it is none of ours. */
  static String of(String head) {
    return HEADS.getOrDefault(head, head);
  }
}
