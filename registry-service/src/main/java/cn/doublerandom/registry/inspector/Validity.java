package cn.doublerandom.registry.inspector;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Up to when the certificates of an inspector are valid.
 *
 * @param certificate last day of the first one
 * @param provincial last day of the provincial one; absent without one
 */
public record Validity(LocalDate certificate, @Nullable LocalDate provincial) {
  static Validity of(InspectorDetails details) {
    return new Validity(details.certificateValidUntil(), details.more().provincialValidUntil());
  }

  /** Both days where there are two of them. */
  String inWords() {
    return provincial == null || provincial.equals(certificate)
        ? certificate.toString()
        : certificate + "（省政府执法证 " + provincial + "）";
  }

  /** The last day on which one of the two is valid. */
  LocalDate until() {
    return provincial != null && provincial.isAfter(certificate) ? provincial : certificate;
  }
}
