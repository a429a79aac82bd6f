package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.List;

/**
 * A subject (检查对象) as the register prints it.
 *
 * @param id credit code of an enterprise, own code of a project
 * @param labels 监管标签, ascending
 * @param registrar 登记机关
 * @param since 成立日期 or start of the works
 * @param address 住所 or site; may be empty
 */
public record SubjectDetails(
    String id,
    String name,
    SubjectKind kind,
    List<String> labels,
    CreditRiskClass creditRiskClass,
    SubjectStatus status,
    String registrar,
    LocalDate since,
    String address) {
  public SubjectDetails {
    labels = List.copyOf(labels);
  }

  public SubjectDetails withStatus(SubjectStatus changed) {
    return new SubjectDetails(
        id, name, kind, labels, creditRiskClass, changed, registrar, since, address);
  }
}
