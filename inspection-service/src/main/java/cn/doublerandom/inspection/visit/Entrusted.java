package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 委托: who is entrusted, by whom and until when, as the registry told of it. Who is a person has no
 * name here: it stands on the entrustment he shows.
 *
 * @param expert number in the pool
 * @param kind PERSON or BODY
 * @param name of a body; absent of a person
 * @param fields 专业领域, ascending
 * @param principal 委托机关
 * @param document number of the 委托书
 * @param validUntil last day of it
 */
public record Entrusted(
    String expert,
    String kind,
    @Nullable String name,
    List<String> fields,
    String principal,
    String document,
    LocalDate validFrom,
    LocalDate validUntil) {
  public Entrusted {
    fields = List.copyOf(fields);
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validUntil);
  }
}
