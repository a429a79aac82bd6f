package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.Walls;
import cn.doublerandom.draw.protocol.DrawResult;
import cn.doublerandom.draw.protocol.Entropy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands on the wall of the room, one picture after the other: what everybody may know by now
 * and nothing else. Of a sealed draw no picture names anybody.
 *
 * @param pictures in the order of what happened
 * @param latest the one that shows how it stands, from 0; of a drawn one the seed, from where the
 *     names follow by themselves
 * @param edition another one as soon as something has changed
 */
record Wall(DrawPhase phase, List<Picture> pictures, int latest, String edition) {
  /** Lines that can be read from the last row. */
  static final int LINES = 6;

  /** One picture. */
  sealed interface Picture {
    /** Which it is, for the template. */
    default String what() {
      return switch (this) {
        case Frozen frozen -> "frozen";
        case Witnesses witnesses -> "witnesses";
        case Committed committed -> "committed";
        case Source source -> "source";
        case Reveals reveals -> "reveals";
        case SeedShown seed -> "seed";
        case Names names -> "names";
        case Teams teams -> "teams";
        case Sealed sealed -> "sealed";
        case Voided voided -> "voided";
      };
    }
  }

  /**
   * @param root of the list, 64 hex digits; empty where teams alone are drawn
   */
  record Frozen(int size, int eligible, String root) implements Picture {}

  record Witnesses(List<Person> people) implements Picture {}

  /** Whether a witness has done what the picture is about. */
  record Person(String name, boolean done) {}

  record Committed(String hash) implements Picture {}

  /**
   * A public source.
   *
   * @param kind LOTTERY or DRAND
   * @param issue of the lottery, or round of the beacon
   * @param at since when it has spoken
   */
  record Source(String kind, String name, String issue, Instant at) implements Picture {}

  /**
   * @param from since when it may be revealed; empty before the commit was seen outside
   */
  record Reveals(List<Person> people, Optional<Instant> from) implements Picture {}

  record SeedShown(String seed) implements Picture {}

  /**
   * Some of those drawn of a class.
   *
   * @param first place of the first of them, from 1
   * @param of how many of the class
   */
  record Names(String stratum, int first, int of, List<String> names) implements Picture {}

  /** Some of the teams. */
  record Teams(int first, int of, List<Team> teams) implements Picture {}

  record Team(String name, List<String> officers) {}

  record Sealed(String hash, int drawn) implements Picture {}

  record Voided() implements Picture {}

  static Wall of(Walls.Shown shown) {
    Optional<TaskDraws.Executed> drawn = shown.draws().executed(shown.drawId());
    if (drawn.isPresent()) {
      return drawn(shown, drawn.get());
    } else if (!shown.draws().isAbout(shown.drawId())) {
      return new Wall(DrawPhase.VOIDED, List.of(new Voided()), 0, shown.edition());
    }
    return switch (shown.draws()) {
      case TaskDraws.Undrawn undrawn ->
          new Wall(DrawPhase.VOIDED, List.of(new Voided()), 0, shown.edition());
      case TaskDraws.Executed executed -> drawn(shown, executed);
      case TaskDraws.Frozen frozen -> frozen(shown, frozen);
      case TaskDraws.Committed committed -> committed(shown, committed);
      case TaskDraws.Sealed sealed -> sealed(shown, sealed);
    };
  }

  private static Wall frozen(Walls.Shown shown, TaskDraws.Frozen draw) {
    List<Picture> pictures = new ArrayList<>();
    pictures.add(frame(shown, draw.frame()));
    if (!draw.preparation().witnesses().isEmpty()) {
      pictures.add(
          new Witnesses(
              draw.preparation().witnesses().stream()
                  .map(w -> new Person(w.name(), w.promised().isPresent()))
                  .toList()));
    }
    return at(DrawPhase.FROZEN, pictures, pictures.size() - 1, shown);
  }

  private static Frozen frame(Walls.Shown shown, FrozenFrame frame) {
    return new Frozen(
        frame.lists().frame().size(), frame.lists().drawable().size(), shown.frameRoot());
  }

  private static Wall committed(Walls.Shown shown, TaskDraws.Committed draw) {
    List<Picture> pictures = new ArrayList<>();
    pictures.add(frame(shown, draw.frame()));
    pictures.add(new Committed(draw.commitHash()));
    pictures.add(
        switch (draw.commit().entropy()) {
          case Entropy.CeremonyPromise ceremony -> {
            Set<String> revealed = DrawSteps.revealed(draw);
            yield new Reveals(
                ceremony.witnesses().stream()
                    .map(w -> new Person(w.by(), revealed.contains(w.by())))
                    .toList(),
                shown.revealFrom());
          }
          case Entropy.LotteryPromise lottery ->
              new Source(
                  "LOTTERY", lottery.source(), lottery.issue(), Instant.parse(lottery.drawnAt()));
          case Entropy.DrandPromise drand ->
              new Source("DRAND", "drand", Long.toString(drand.round()), Entropy.timeOf(drand));
        });
    return at(DrawPhase.COMMITTED, pictures, pictures.size() - 1, shown);
  }

  /** Numbers and a hash: of what is inside, this picture is never given anything. */
  private static Wall sealed(Walls.Shown shown, TaskDraws.Sealed draw) {
    List<Picture> pictures = new ArrayList<>();
    pictures.add(frame(shown, draw.draw().frame()));
    pictures.add(new Committed(draw.draw().commitHash()));
    int count =
        draw.draw().result().drawn().map(DrawResult.Drawn::allocation).orElse(List.of()).stream()
            .mapToInt(DrawResult.Allocation::drawn)
            .sum();
    pictures.add(new Sealed(draw.sealedHash(), count));
    return at(DrawPhase.SEALED, pictures, pictures.size() - 1, shown);
  }

  private static Wall drawn(Walls.Shown shown, TaskDraws.Executed draw) {
    List<Picture> pictures = new ArrayList<>();
    pictures.add(frame(shown, draw.frame()));
    pictures.add(new Committed(draw.commitHash()));
    if (draw.commit().entropy() instanceof Entropy.CeremonyPromise ceremony) {
      pictures.add(
          new Reveals(
              ceremony.witnesses().stream().map(w -> new Person(w.by(), true)).toList(),
              shown.revealFrom()));
    }
    int seed = pictures.size();
    pictures.add(new SeedShown(draw.result().seed().hex()));
    names(draw).forEach((stratum, names) -> pictures.addAll(pages(stratum, names)));
    pictures.addAll(teams(draw));
    boolean stands = shown.draws().stands(shown.drawId());
    boolean over = !stands && !isDrawnOn(shown, draw);
    if (over) {
      pictures.add(new Voided());
    }
    return at(
        over ? DrawPhase.VOIDED : DrawPhase.EXECUTED,
        pictures,
        over ? pictures.size() - 1 : seed,
        shown);
  }

  /** Whether its teams were drawn again in a later round: then it is not void. */
  private static boolean isDrawnOn(Walls.Shown shown, TaskDraws.Executed draw) {
    return shown.draws().current().stream()
        .anyMatch(frame -> draw.resultHash().equals(frame.continues()));
  }

  private static Wall at(DrawPhase phase, List<Picture> all, int latest, Walls.Shown shown) {
    return new Wall(phase, List.copyOf(all), latest, shown.edition());
  }

  private static Map<String, List<String>> names(TaskDraws.Executed draw) {
    TaskDraws.Executed whole = draw.parent().orElse(draw);
    Set<String> selected = Set.copyOf(draw.result().selected());
    Map<String, List<String>> names = new TreeMap<>();
    whole.frame().lists().frame().stream()
        .filter(entry -> selected.contains(entry.id()))
        .forEach(entry ->
            names
                .computeIfAbsent(entry.stratum(), none -> new ArrayList<>())
                .add(whole.frame().named(entry.id()).orElse(entry.id())));
    return names;
  }

  private static List<Picture> pages(String stratum, List<String> names) {
    List<Picture> pages = new ArrayList<>();
    for (int first = 0; first < names.size(); first += LINES) {
      pages.add(
          new Names(
              stratum,
              first + 1,
              names.size(),
              List.copyOf(names.subList(first, Math.min(names.size(), first + LINES)))));
    }
    return pages;
  }

  /** As drawn: who came in afterwards stands on the page of the draw. */
  private static List<Picture> teams(TaskDraws.Executed draw) {
    TaskDraws.Executed whole = draw.parent().orElse(draw);
    List<Team> teams =
        draw.result().teams().stream()
            .map(
                t -> new Team(whole.frame().named(t.subject()).orElse(t.subject()), t.inspectors()))
            .toList();
    List<Picture> pages = new ArrayList<>();
    for (int first = 0; first < teams.size(); first += LINES) {
      pages.add(
          new Teams(
              first + 1,
              teams.size(),
              List.copyOf(teams.subList(first, Math.min(teams.size(), first + LINES)))));
    }
    return pages;
  }
}
