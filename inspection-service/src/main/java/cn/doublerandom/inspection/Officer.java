package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.SecondPerson;
import java.util.Collection;

/**
 * Somebody who acts with an account.
 *
 * @param unit the account belongs to; blank where its token does not say, and a blank unit is
 *     nobody's
 * @param reach how far the account's roles go
 */
public record Officer(String account, String unit, Reach reach) {
  /** How far somebody's work goes. */
  public enum Reach {
    /** 执法人员: the visits of the own team; the own unit's to read. */
    TEAM,
    /** 站室 or 大队 lead: the visits in which the own unit has a part. */
    UNIT,
    /** 法制安全科, 审计, 督导: all. */
    BUREAU
  }

  /** Whether somebody's work is the whole bureau's. */
  public boolean isOfBureau() {
    return reach == Reach.BUREAU;
  }

  /** Whether the account is one of the team, however it is spelt. */
  public boolean isOnTeam(Collection<String> team) {
    return SecondPerson.isAmong(account, team);
  }

  /** Whether the account's unit is one of these; a blank one never is. */
  public boolean isOf(Collection<String> units) {
    return !SecondPerson.isNobody(unit) && SecondPerson.isAmong(unit, units);
  }

  /** Whether what such a team of such units found may be read. */
  public boolean reads(Collection<String> team, Collection<String> units) {
    return switch (reach) {
      case BUREAU -> true;
      case UNIT, TEAM -> isOnTeam(team) || isOf(units);
    };
  }

  /**
   * Whether evidence such a team of such units took may be seen: by the team itself, by who reviews
   * in its units, by who reviews or supervises for the bureau; not by everybody of a unit.
   */
  public boolean seesEvidence(Collection<String> team, Collection<String> units) {
    return files(team, units);
  }

  /** Whether papers of such a team of such units may be filed. */
  public boolean files(Collection<String> team, Collection<String> units) {
    return switch (reach) {
      case BUREAU -> true;
      case UNIT -> isOnTeam(team) || isOf(units);
      case TEAM -> isOnTeam(team);
    };
  }
}
