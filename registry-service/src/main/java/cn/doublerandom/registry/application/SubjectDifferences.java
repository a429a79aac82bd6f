package cn.doublerandom.registry.application;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Licence;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectDetails;
import java.util.List;

/** What a row of the table of subjects changes, by the columns of that table. */
final class SubjectDifferences implements Differences<Subject> {
  static final List<Column<SubjectDetails>> COLUMNS =
      List.of(
          Column.of("名称", SubjectDetails::name),
          Column.sealed("个人信息", details -> details.more().sealedName()),
          Column.of("监管标签", SubjectDetails::labels),
          Column.of("信用风险等级", details -> word(details.creditRiskClass())),
          Column.of("登记状态", details -> details.status().word()),
          Column.of("登记机关", SubjectDetails::registrar),
          Column.of("成立日期", SubjectDetails::since),
          Column.of("住所", SubjectDetails::address),
          Column.of("行政区划", details -> details.more().region()),
          Column.of("行业代码", details -> details.more().industry()),
          Column.of("重点领域", details -> details.more().keyField()),
          Column.of("建设单位或所有人", details -> details.more().owner()),
          Column.of("施工单位", details -> details.more().contractor()),
          Column.of("类型", details -> details.more().category()),
          Column.of("管辖单位", details -> details.more().responsibleUnit()),
          Column.of(
              "许可证",
              details ->
                  details.more().licences().stream().map(SubjectDifferences::licence).toList()));

  private static String word(CreditRiskClass risk) {
    return risk == CreditRiskClass.NONE ? "未分类" : risk.name();
  }

  private static String licence(Licence licence) {
    return licence.name() + "/" + licence.number() + "/" + licence.validUntil();
  }

  @Override
  public boolean has(Subject before) {
    return !(before instanceof Subject.Unregistered);
  }

  @Override
  public String name(Subject after) {
    return after instanceof Subject.Registered known ? told(known).name() : "";
  }

  @Override
  public List<Preview.Difference> between(Subject before, Subject after) {
    return before instanceof Subject.Registered was && after instanceof Subject.Registered is
        ? Differences.of(COLUMNS, was.details(), told(is))
        : List.of();
  }

  /** All that an entry says, of who is new. */
  static List<Preview.Difference> of(SubjectDetails entry) {
    return Differences.entry(COLUMNS, entry);
  }

  /** Where two entries differ. */
  static List<Preview.Difference> between(SubjectDetails before, SubjectDetails after) {
    return Differences.of(COLUMNS, before, after);
  }

  /** As it will be when another person agrees. */
  private static SubjectDetails told(Subject.Registered known) {
    return known
        .statusAsked()
        .map(asked -> {
          var revision = asked.revision();
          SubjectDetails told = revision == null ? known.details() : revision.told();
          return told.withStatus(asked.status());
        })
        .orElse(known.details());
  }
}
