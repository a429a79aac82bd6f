package cn.doublerandom.registry.office;

import java.util.List;
import java.util.Optional;

/**
 * 三定规定 of an office.
 *
 * @param unit name of the office
 * @param document title and number of the 三定规定
 * @param clauses at least one
 */
public record OfficeMandate(String unit, OfficeLevel level, String document, List<Clause> clauses) {
  public OfficeMandate {
    clauses = List.copyOf(clauses);
  }

  /**
   * One clause.
   *
   * @param number for example 第三条第（二）项
   * @param duty what it says, in short
   * @param fields 领域 of items it covers
   */
  public record Clause(String number, String duty, List<String> fields) {
    public Clause {
      fields = List.copyOf(fields);
    }
  }

  /** The first clause that covers a field. */
  public Optional<Clause> covering(String field) {
    return clauses.stream().filter(clause -> clause.fields().contains(field)).findFirst();
  }

  /** Whether an item of a level and a field could be claimed by it. */
  public boolean covers(OfficeLevel itsLevel, String field) {
    return level == itsLevel && covering(field).isPresent();
  }

  /** All clauses in words, for a refusal that says what the office may do. */
  public String inWords() {
    return document
        + "："
        + String.join(
            "；",
            clauses.stream()
                .map(c -> c.number() + "（" + String.join("、", c.fields()) + "）")
                .toList());
  }
}
