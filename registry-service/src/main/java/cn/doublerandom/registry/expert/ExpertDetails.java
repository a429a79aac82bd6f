package cn.doublerandom.registry.expert;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An expert or an entrusted body. It has no tags and no certificate of enforcement, so that no draw
 * can take it for an officer.
 *
 * @param id the register's number
 * @param sealedName of a person the name, readable only with the person's key; of a body its name
 * @param fields 专业领域, ascending
 * @param principal 委托机关, in whose name a body acts
 * @param document 委托书 number
 * @param validUntil last day of the entrustment
 */
public record ExpertDetails(
    String id,
    Kind kind,
    String sealedName,
    List<String> fields,
    String principal,
    String document,
    LocalDate validFrom,
    LocalDate validUntil) {
  public ExpertDetails {
    fields = List.copyOf(fields);
  }

  /** 专业人员 or 专业机构. */
  public enum Kind {
    PERSON,
    BODY
  }

  public ExpertDetails withSealedName(String sealed) {
    return new ExpertDetails(id, kind, sealed, fields, principal, document, validFrom, validUntil);
  }

  /** Whether number, principal or a field hold a text, whatever its case. */
  public boolean mentions(String text) {
    String sought = text.toUpperCase(Locale.ROOT);
    return Stream.concat(Stream.of(id, principal), fields.stream())
        .anyMatch(said -> said.toUpperCase(Locale.ROOT).contains(sought));
  }

  /** Whether the entrustment holds on a day. */
  public boolean isEntrusted(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }
}
