package cn.doublerandom.registry.application;

import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.servicekit.table.RowFault;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who holds which certificate, on the register and in the file that is being read. */
final class CertificateHolders {
  /** One of the two certificates somebody may hold. */
  private enum Certificate {
    DEPARTMENTS("执法证号", InspectorDetails::certificate),
    PROVINCIAL("省政府执法证号", details -> details.more().provincialCertificate());

    private final String column;
    private final Function<InspectorDetails, String> number;

    Certificate(String column, Function<InspectorDetails, String> number) {
      this.column = column;
      this.number = number;
    }

    String of(InspectorDetails details) {
      return number.apply(details);
    }
  }

  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> inFile = new HashMap<>();

  /**
   * @param registered everybody on the register with the numbers of their certificates
   */
  CertificateHolders(Collection<InspectorDetails> registered) {
    registered.forEach(details -> put(known, details));
  }

  /** Rows tell anew who holds what: what they held before may be another's now. */
  void toldAnew(Set<String> inspectors) {
    known.values().removeAll(new HashSet<>(inspectors));
  }

  /** Why an inspector cannot have the certificates of a row; else they are noted as taken. */
  Optional<RowFault> refuse(int row, InspectorDetails details) {
    for (Certificate certificate : Certificate.values()) {
      String key = key(certificate, details);
      String holder = inFile.getOrDefault(key, known.getOrDefault(key, details.id()));
      if (!certificate.of(details).isEmpty() && !holder.equals(details.id())) {
        return Optional.of(
            new RowFault(
                row,
                certificate.column,
                "certificate-taken",
                "与人员“" + holder + "”的" + certificate.column + "相同，一个证号只能属于一人。"));
      }
    }
    put(inFile, details);
    return Optional.empty();
  }

  /**
   * Who cannot be given back the certificates he had, for somebody has one of them who keeps it; he
   * then keeps his own, which another may have had before.
   *
   * @param before as they would be again, by inspector
   * @param registered everybody as he is
   */
  static Set<String> taken(
      Map<String, InspectorDetails> before, Collection<InspectorDetails> registered) {
    Set<String> kept = new HashSet<>();
    boolean isMore = true;
    while (isMore) {
      var holders =
          new CertificateHolders(
              registered.stream()
                  .filter(one -> !before.containsKey(one.id()) || kept.contains(one.id()))
                  .toList());
      isMore =
          kept.addAll(
              before.values().stream()
                  .filter(one -> holders.isTaken(one))
                  .map(InspectorDetails::id)
                  .toList());
    }
    return kept;
  }

  private boolean isTaken(InspectorDetails details) {
    return Stream.of(Certificate.values())
        .filter(certificate -> !certificate.of(details).isEmpty())
        .anyMatch(certificate ->
            !known.getOrDefault(key(certificate, details), details.id()).equals(details.id()));
  }

  private static void put(Map<String, String> holders, InspectorDetails details) {
    for (Certificate certificate : Certificate.values()) {
      if (!certificate.of(details).isEmpty()) {
        holders.put(key(certificate, details), details.id());
      }
    }
  }

  private static String key(Certificate certificate, InspectorDetails details) {
    return certificate + " " + certificate.of(details);
  }
}
