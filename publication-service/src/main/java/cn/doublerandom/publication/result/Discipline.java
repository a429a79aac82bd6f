package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 联合惩戒: what other authorities are asked to do because of a published result (R11, R45).
 *
 * @param number counted from 1 for each result
 * @param by account that proposed it
 * @param on the day it was proposed
 * @param decided absent while it waits for another person
 * @param takenBack that who proposed it took it back; absent where he did not
 * @param deeds what the receivers said they did, oldest first
 * @param ended that its result fell, and it with it; absent while the result holds
 */
public record Discipline(
    int number,
    Terms terms,
    String by,
    LocalDate on,
    @Nullable Decided decided,
    @Nullable TakenBack takenBack,
    List<Deed> deeds,
    @Nullable Ended ended) {
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

  /** Why who proposed it took it back, before anybody decided. */
  public record TakenBack(String reason, String by, LocalDate on) {}

  /** What a receiver did, in its words. */
  public record Deed(String authority, String deed, LocalDate on) {}

  /** Why the result it was proposed upon does not bear it any more. */
  public enum Cause {
    /** The publication was withdrawn. */
    WITHDRAWN,
    /** It was corrected, and nothing was found any more. */
    CORRECTED
  }

  /**
   * 终止: it ends because its result fell.
   *
   * @param reason of the withdrawal or the correction
   * @param deeds what the receivers said they did about it, oldest first
   */
  public record Ended(Cause cause, String reason, LocalDate on, List<Deed> deeds) {
    public Ended {
      deeds = List.copyOf(deeds);
    }

    /** Whether a receiver has said what it did about it. */
    public boolean isDoneBy(String authority) {
      return by(authority, deeds);
    }
  }

  /** Whether it waits for another person. */
  public boolean waits() {
    return decided == null && takenBack == null && ended == null;
  }

  /** Whether it was agreed to, and the receivers were told of it. */
  public boolean isTold() {
    return decided != null && decided.agreed();
  }

  /** Whether it was told, and has not ended. */
  public boolean stands() {
    return isTold() && ended == null;
  }

  /** Whether it had not been decided on when its result fell. */
  public boolean fellAway() {
    return decided == null && ended != null;
  }

  /** Receivers that have not said what they did about the end of it; none while it stands. */
  public List<String> leftToEnd() {
    return isTold() && ended != null
        ? terms.authorities().stream().filter(name -> !ended.isDoneBy(name)).toList()
        : List.of();
  }

  /** Whether a receiver has said what it did. */
  public boolean isDoneBy(String authority) {
    return by(authority, deeds);
  }

  private static boolean by(String authority, List<Deed> deeds) {
    return deeds.stream().anyMatch(deed -> deed.authority().equals(authority));
  }

  Discipline decided(Decided by) {
    return new Discipline(number, terms, this.by, on, by, takenBack, deeds, ended);
  }

  Discipline takenBack(TakenBack back) {
    return new Discipline(number, terms, by, on, decided, back, deeds, ended);
  }

  Discipline ended(Cause cause, String reason, LocalDate day) {
    return new Discipline(
        number, terms, by, on, decided, takenBack, deeds, new Ended(cause, reason, day, List.of()));
  }

  Discipline done(Deed deed) {
    return new Discipline(number, terms, by, on, decided, takenBack, with(deed, deeds), ended);
  }

  /** A receiver said what it did about the end of it. */
  Discipline lifted(Deed deed) {
    Ended known = Objects.requireNonNull(ended);
    return new Discipline(
        number,
        terms,
        by,
        on,
        decided,
        takenBack,
        deeds,
        new Ended(known.cause(), known.reason(), known.on(), with(deed, known.deeds())));
  }

  private static List<Deed> with(Deed deed, List<Deed> deeds) {
    List<Deed> all = new ArrayList<>(deeds);
    all.add(deed);
    return all;
  }
}
