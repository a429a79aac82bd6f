package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 联合惩戒: what other authorities are asked to do because of a published result (R11, R45).
 *
 * @param number counted from 1 for each result
 * @param by account that proposed it
 * @param on the day it was proposed
 * @param decided absent while it waits for another person
 * @param deeds what the receivers said they did, oldest first
 */
public record Discipline(
    int number, Terms terms, String by, LocalDate on, @Nullable Decided decided, List<Deed> deeds) {
  public Discipline {
    deeds = List.copyOf(deeds);
  }

  /**
   * What is asked for.
   *
   * @param measure 惩戒措施, in words
   * @param basis the clause it rests on
   * @param from first day
   * @param to last day
   * @param authorities who receives it, without repetition
   */
  public record Terms(
      String measure, String basis, LocalDate from, LocalDate to, List<String> authorities) {
    public Terms {
      authorities = List.copyOf(authorities);
    }
  }

  /**
   * What another person said to it.
   *
   * @param reason why not; empty where it was agreed to
   */
  public record Decided(boolean agreed, String reason, String by, LocalDate on) {}

  /** What a receiver did, in its words. */
  public record Deed(String authority, String deed, LocalDate on) {}

  /** Whether it waits for another person. */
  public boolean waits() {
    return decided == null;
  }

  /** Whether it was agreed to, and told. */
  public boolean stands() {
    return decided != null && decided.agreed();
  }

  /** Whether a receiver has said what it did. */
  public boolean isDoneBy(String authority) {
    return deeds.stream().anyMatch(deed -> deed.authority().equals(authority));
  }

  Discipline decided(Decided by) {
    return new Discipline(number, terms, this.by, on, by, deeds);
  }

  Discipline done(Deed deed) {
    List<Deed> all = new ArrayList<>(deeds);
    all.add(deed);
    return new Discipline(number, terms, by, on, decided, all);
  }
}
