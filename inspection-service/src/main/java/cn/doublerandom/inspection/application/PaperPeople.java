package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.servicekit.identity.AccountNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people are called on the papers of a visit (ADR 109).
 *
 * @param officers of its team, by number; who left the register shows nothing
 * @param names of all other accounts
 */
public record PaperPeople(Map<String, DoorCertificates.Shown> officers, AccountNames.Names names) {
  /** Numbers and accounts, as the events have them: what is sealed in an archive names nobody. */
  public static final PaperPeople NUMBERS = new PaperPeople(Map.of(), AccountNames.Names.NONE);

  public PaperPeople {
    officers = Map.copyOf(officers);
  }

  /** The name of an officer of the team or of an account; empty where it is not known now. */
  public String nameOf(String account) {
    return ofTeam(account)
        .map(DoorCertificates.Shown::name)
        .orElseGet(() -> {
          String called = names.brief(account);
          return called.equals(account) ? "" : called;
        });
  }

  /** Numbers of the certificates an officer of the team shows; none where they are not known. */
  public List<String> certificatesOf(String officer) {
    return ofTeam(officer).map(DoorCertificates.Shown::certificates).orElse(List.of()).stream()
        .map(DoorCertificates.Certificate::number)
        .toList();
  }

  /** For a cell: 姓名（账号）, or the account alone. */
  public String called(String account) {
    String name = nameOf(account);
    return name.isEmpty() ? account : name + "（" + account + "）";
  }

  private Optional<DoorCertificates.Shown> ofTeam(String account) {
    return officers.entrySet().stream()
        .filter(one -> SecondPerson.isSame(one.getKey(), account))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
