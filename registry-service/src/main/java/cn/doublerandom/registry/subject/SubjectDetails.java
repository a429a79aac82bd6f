package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject (检查对象) as the register prints it.
 *
 * @param id credit code or registration number, own code of a project and the like
 * @param name of a person its code: the name is sealed among the particulars
 * @param labels 监管标签, ascending
 * @param registrar 登记机关
 * @param since 成立日期 or start of the works
 * @param address 住所 or site; may be empty
 * @param particulars absent in entries from before they were kept
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
    String address,
    @Nullable Particulars particulars) {
  public SubjectDetails {
    labels = List.copyOf(labels);
  }

  /** The particulars; empty ones where none are kept. */
  public Particulars more() {
    return particulars == null ? Particulars.NONE : particulars;
  }

  public SubjectDetails withStatus(SubjectStatus changed) {
    return new SubjectDetails(
        id, name, kind, labels, creditRiskClass, changed, registrar, since, address, particulars);
  }

  public SubjectDetails withLabels(List<String> changed) {
    return new SubjectDetails(
        id, name, kind, changed, creditRiskClass, status, registrar, since, address, particulars);
  }

  public SubjectDetails withSince(LocalDate changed) {
    return new SubjectDetails(
        id, name, kind, labels, creditRiskClass, status, registrar, changed, address, particulars);
  }

  public SubjectDetails withRiskClass(CreditRiskClass changed) {
    return new SubjectDetails(
        id, name, kind, labels, changed, status, registrar, since, address, particulars);
  }

  /** The same with the sealed name of a person; empty takes it away. */
  public SubjectDetails withSealedName(String sealed) {
    return new SubjectDetails(
        id,
        name,
        kind,
        labels,
        creditRiskClass,
        status,
        registrar,
        since,
        address,
        more().withSealedName(sealed));
  }

  /** Whether the entry says in clear who a person is that owns it. */
  public boolean namesItsOwner() {
    return kind.mayBelongToPerson() && OwnerName.isPerson(more().owner());
  }

  /** Whether a person can be forgotten: the subject itself, or who owns it. */
  public boolean tellsOfPerson() {
    return kind == SubjectKind.PERSON || !more().sealedName().isEmpty() || namesItsOwner();
  }

  /**
   * Of a person without address, numbers and names, of another's thing without its owner, which are
   * sealed or, of before, masked.
   */
  public SubjectDetails withoutOwn() {
    if (kind != SubjectKind.PERSON) {
      return namesItsOwner() ? with(name, address, more().ownedBy("")) : this;
    }
    return particulars == null ? with(name, "", null) : with(name, "", more().withoutOwn());
  }

  /** With what a person's key opened. */
  public SubjectDetails with(String itsName, String itsAddress, @Nullable Particulars its) {
    return new SubjectDetails(
        id, itsName, kind, labels, creditRiskClass, status, registrar, since, itsAddress, its);
  }

  /** As whoever does not need the person sees it: without what is sealed, which nobody can read. */
  public SubjectDetails shown() {
    SubjectDetails open = more().sealedName().isEmpty() ? this : withSealedName("");
    return open.withoutOwn();
  }
}
