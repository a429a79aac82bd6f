package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.Explanation;
import cn.doublerandom.servicekit.ui.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An explanation in sentences. The Chinese one is the sentence everybody is told; who reads English
 * is told the same facts, with that sentence below where it holds words of the bureau.
 *
 * @param who code of the subject, or number of the officer
 * @param name of the subject; empty of an officer, and where nobody says it
 * @param verdict in a word
 * @param look of the word
 * @param sentences in the reader's language
 * @param chinese the same as it is told in Chinese; empty where the reader reads it anyway, and
 *     where it says nothing that the English ones do not
 * @param ticket 64 hex digits; empty where there is none, or nobody may know it yet
 */
record Told(
    String who,
    String name,
    String verdict,
    String look,
    List<String> sentences,
    String chinese,
    String ticket,
    List<String> teams) {

  static Told of(Explanation.OfSubject one, String name, Desk desk) {
    AfterWords words = desk.words(AfterWords.class);
    boolean english = desk.readsEnglish();
    return new Told(
        one.subject(),
        name,
        verdict(one, words),
        look(one),
        english ? english(one, words, desk.words(DrawingWords.class)) : List.of(one.text()),
        english && hasWordsOfTheBureau(one) ? one.text() : "",
        Optional.ofNullable(one.ticket()).orElse(""),
        List.of());
  }

  /**
   * Whether it says what English sentences cannot: why somebody was left out, or what was known of
   * days to come, in somebody's own words. One sentence is a matter of numbers.
   */
  private static boolean hasWordsOfTheBureau(Explanation.OfSubject one) {
    return one.excluded() != null || one.text().indexOf('。') < one.text().length() - 1;
  }

  private static String verdict(Explanation.OfSubject one, AfterWords words) {
    if (!one.inScope()) {
      return words.outOfScope();
    } else if (one.excluded() != null) {
      return words.cannotBeDrawn();
    } else if (one.selected() == null) {
      return words.mayBeDrawn();
    }
    return Boolean.TRUE.equals(one.selected()) ? words.selectedYes() : words.selectedNo();
  }

  private static String look(Explanation.OfSubject one) {
    return Boolean.TRUE.equals(one.selected()) ? "ok" : one.excluded() != null ? "warn" : "quiet";
  }

  private static List<String> english(
      Explanation.OfSubject one, AfterWords words, DrawingWords draws) {
    List<String> said = new ArrayList<>();
    Integer rank = one.rank();
    Integer eligible = one.eligible();
    Integer cutOff = one.cutOff();
    String stratum = one.stratum();
    String excluded = one.excluded();
    Integer alternate = one.alternate();
    if (excluded != null) {
      said.add(draws.codeOf(excluded));
    } else if (rank != null && eligible != null && cutOff != null && stratum != null) {
      said.add(words.rankLine(TermsSaid.stratum(stratum, draws, true), eligible, cutOff, rank));
    } else {
      said.add(one.inScope() ? words.notYet() : words.notListed());
    }
    if (alternate != null) {
      said.add(words.alternateLine(alternate));
    }
    return said;
  }

  static Told of(Explanation.OfInspector one, Desk desk) {
    AfterWords words = desk.words(AfterWords.class);
    boolean english = desk.readsEnglish();
    List<String> teams = Optional.ofNullable(one.teams()).orElse(List.of());
    return new Told(
        one.inspector(),
        "",
        one.listed() ? words.officerTeams(teams.size()) : words.officerNot(),
        one.listed() ? "ok" : "warn",
        english ? english(one, words) : List.of(one.text()),
        english && !one.listed() ? one.text() : "",
        "",
        teams);
  }

  private static List<String> english(Explanation.OfInspector one, AfterWords words) {
    Integer load = one.load();
    Integer cap = one.cap();
    List<Integer> slots = one.slots();
    Integer recusals = one.recusedFrom();
    return load == null || cap == null || slots == null || recusals == null
        ? List.of()
        : Stream.concat(
                Stream.of(words.officerLine(slots.size(), load, cap, recusals)),
                Stream.ofNullable(one.now()).map(now -> words.officerNow(now.size())))
            .toList();
  }
}
