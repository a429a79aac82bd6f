package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import cn.doublerandom.servicekit.waiting.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What waits for a second person in the registry: who may agree, which are the roles of the address
 * where it is done, and in which words. {@code %1$s} is what it is about, {@code %2$s} what is
 * asked for; of a batch {@code %1$s} is its number and {@code %2$s} how many there are.
 */
enum RegistryMatter {
  STATUS(
      "status",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准“%s”的%s申请", "Agree to the %2$s of “%1$s”"),
      new Sentence(
          "批准批次 %s 的 %s 项检查对象变更申请", "Agree to the %2$s changes of subjects in batch %1$s")),
  ENTRY(
      "entry",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("核准“%s”入库", "Agree to the entry of “%s”"),
      new Sentence("核准批次 %s 的 %s 户检查对象入库", "Agree to the %2$s new subjects in batch %1$s")),
  MERGE(
      "merge",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准“%s”并入 %s 的申请", "Agree to merge “%s” into %s"),
      Sentence.NONE),
  UNMERGE(
      "unmerge",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准撤销“%s”的合并", "Agree to undo the merge of “%s”"),
      Sentence.NONE),
  ABSENCE(
      "absence",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准执法人员 %s 的%s申请", "Agree to the %2$s of inspector %1$s"),
      new Sentence(
          "批准批次 %s 的 %s 项执法人员变更申请", "Agree to the %2$s changes of inspectors in batch %1$s")),
  RECUSAL(
      "recusal",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准执法人员 %s 对 %s 的回避申请", "Agree to the recusal of inspector %s from %s"),
      new Sentence("批准批次 %s 的 %s 项回避申请", "Agree to the %2$s recusals in batch %1$s")),
  RECUSAL_REVOKED(
      "recusal-revoked",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准撤销执法人员 %s 对 %s 的回避", "Agree that inspector %s is recused from %s no more"),
      new Sentence("批准批次 %s 的 %s 项撤销回避申请", "Agree to the %2$s revoked recusals in batch %1$s")),
  INSPECTOR_ERASURE(
      "inspector-erasure",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准删除执法人员 %s 的个人信息", "Agree to erase what is personal of inspector %s"),
      Sentence.NONE),
  ERASURE(
      "erasure",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准删除 %s 的个人信息", "Agree to erase what is personal of %s"),
      Sentence.NONE),
  RELEASE(
      "release",
      List.of(Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准不再认领事项“%s”", "Agree to release the item “%s”"),
      Sentence.NONE),
  RENAMING(
      "renaming",
      List.of(Roles.REGISTRAR, Roles.COORDINATOR, Roles.UNIT_LEAD, Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准事项“%s”改名为“%s”", "Agree that the item “%s” is called “%s”"),
      new Sentence("批准批次 %s 的 %s 项事项改名", "Agree to the %2$s renamed items in batch %1$s")),
  MANDATE(
      "mandate",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准“%s”的三定职责", "Agree to the mandate of “%s”"),
      Sentence.NONE),
  NOTICE(
      "holiday-notice",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准放假安排通知 %s", "Agree to the holiday notice %s"),
      Sentence.NONE),
  IMPORT_UNDO(
      "import-undo",
      List.of(Roles.APPROVER),
      MatterPlaces.REQUESTS,
      new Sentence("批准撤销导入“%s”（改回 %s 条）", "Agree to undo the import “%s” (%s entries)"),
      Sentence.NONE),
  DEPUTY(
      "deputy",
      List.of(Roles.APPROVER),
      MatterPlaces.DEPUTIES,
      new Sentence("批准由 %s 代理 %s", "Agree that %s acts for %s"),
      Sentence.NONE),
  BUREAU(
      "bureau",
      List.of(Roles.PLATFORM),
      MatterPlaces.BUREAU,
      new Sentence("批准单位“%s”的登记申请", "Agree to what was asked for of the bureau “%s”"),
      Sentence.NONE);

  private static final Map<String, RegistryMatter> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(RegistryMatter::code, matter -> matter));

  /** Who may agree to what, by code word. */
  static final Map<String, List<String>> ROLES =
      Arrays.stream(values())
          .collect(Collectors.toMap(RegistryMatter::code, RegistryMatter::roles));

  private final String code;
  private final List<String> roles;
  private final MatterPlace page;
  private final Sentence one;
  private final Sentence many;

  RegistryMatter(String code, List<String> roles, MatterPlace page, Sentence one, Sentence many) {
    this.code = code;
    this.roles = roles;
    this.page = page;
    this.one = one;
    this.many = many;
  }

  static RegistryMatter of(String code) {
    RegistryMatter matter = BY_CODE.get(code);
    if (matter == null) {
      throw new IllegalStateException("nothing waits like that: " + code);
    }
    return matter;
  }

  String code() {
    return code;
  }

  List<String> roles() {
    return roles;
  }

  MatterPlace page() {
    return page;
  }

  Sentence one() {
    return one;
  }

  Sentence many() {
    return many;
  }
}
