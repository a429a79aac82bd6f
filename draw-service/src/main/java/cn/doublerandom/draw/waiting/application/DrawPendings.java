package cn.doublerandom.draw.waiting.application;

import static cn.doublerandom.draw.waiting.application.DrawMatters.asked;
import static cn.doublerandom.draw.waiting.application.DrawMatters.open;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.Preparation;
import cn.doublerandom.draw.drawing.Preparation.Access;
import cn.doublerandom.draw.drawing.Roster;
import cn.doublerandom.draw.drawing.SecondPeople;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.exclusion.ExclusionList;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.sealing.KnownSealingKeys;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.waiting.Pending;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What waits by the state of a task's draws; who may not decide as their deciders say. */
public final class DrawPendings {
  private DrawPendings() {}

  /** The next step of the draw under way, and what was asked for in those that stand. */
  public static List<Pending> of(String stream, TaskDraws draws) {
    List<Pending> all =
        new ArrayList<>(
            switch (draws) {
              case TaskDraws.Undrawn undrawn -> List.<Pending>of();
              case TaskDraws.Frozen frozen -> frozen(frozen);
              case TaskDraws.Committed committed -> committed(committed);
              case TaskDraws.Sealed sealed -> List.of(sealed(sealed));
              case TaskDraws.Executed executed -> List.<Pending>of();
            });
    draws.current().ifPresent(frame -> all.addAll(voiding(frame.drawId(), draws)));
    for (TaskDraws.Executed draw : draws.standing()) {
      all.addAll(replacements(draw));
      if (!draws.isAbout(draw.frame().drawId())) {
        all.addAll(voiding(draw.frame().drawId(), draws));
      }
    }
    return all.stream().sorted(DrawMatters.BY_KEY).toList();
  }

  private static List<Pending> frozen(TaskDraws.Frozen frozen) {
    String draw = frozen.frame().drawId();
    Preparation known = frozen.preparation();
    List<Pending> all = new ArrayList<>();
    if (known.agreed().isEmpty()) {
      all.add(open(DrawMatter.TERMS, draw, draw).notFor(SecondPeople.barredFromTerms(known)));
    } else if (isPrepared(known)) {
      all.add(
          open(DrawMatter.COMMITMENT, draw, draw)
              .notFor(Set.of(known.agreed().orElseThrow().by())));
    }
    all.addAll(preparing(draw, known));
    known
        .releases()
        .asked()
        .forEach(one ->
            all.add(
                asked(
                        DrawMatter.WITNESS_RELEASE,
                        draw + "/" + one.name(),
                        draw,
                        one.by(),
                        SecondPeople.barredFromTerms(known))
                    .saying(DrawMatters.WHAT, one.name())));
    known.witnesses().stream()
        .filter(witness -> witness.promised().isEmpty())
        .forEach(witness -> ofWitness(DrawMatter.PROMISE, draw, witness).ifPresent(all::add));
    known
        .deposit()
        .filter(deposit -> !deposit.confirmed())
        .ifPresent(deposit ->
            all.add(open(DrawMatter.DEPOSIT, draw, draw).onlyFor(Set.of(deposit.holder()))));
    return all;
  }

  /** Whether a ceremony lacks nothing but the terms; of a public source nobody says so before. */
  private static boolean isPrepared(Preparation known) {
    return !known.witnesses().isEmpty()
        && silent(known).isEmpty()
        && known.deposit().filter(Preparation.Deposit::confirmed).isPresent();
  }

  /** A draw whose secret nobody can lay down, for no supervisor has a key; no stream says so. */
  static Pending keyless(Pending laying) {
    return open(DrawMatter.SUPERVISOR_KEY, laying.key(), laying.key());
  }

  private static String silent(Preparation known) {
    return known.witnesses().stream()
        .filter(witness -> witness.promised().isEmpty())
        .map(Preparation.Witness::name)
        .collect(Collectors.joining("、"));
  }

  /** What whoever draws sees to before the commit, his own part and that of others. */
  private static List<Pending> preparing(String draw, Preparation known) {
    List<Pending> all = new ArrayList<>();
    if (known.witnesses().isEmpty()) {
      return List.of(open(DrawMatter.WITNESSES, draw, draw));
    }
    String silent = silent(known);
    if (!silent.isEmpty()) {
      all.add(open(DrawMatter.PROMISES_OPEN, draw, draw).saying(DrawMatters.WHAT, silent));
    }
    if (known.deposit().isEmpty()) {
      all.add(open(DrawMatter.DEPOSIT_LAYING, draw, draw));
    } else if (!known.deposit().orElseThrow().confirmed()) {
      all.add(open(DrawMatter.DEPOSIT_OPEN, draw, draw));
    }
    return all;
  }

  /** Of a witness with an account; one who comes by a code has no desk. */
  private static Optional<Pending> ofWitness(
      DrawMatter kind, String draw, Preparation.Witness witness) {
    return witness.access() instanceof Access.Account(var account)
        ? Optional.of(
            open(kind, draw + "/" + witness.name(), draw)
                .onlyFor(Set.of(account))
                .saying(DrawMatters.WHAT, witness.name()))
        : Optional.empty();
  }

  private static List<Pending> committed(TaskDraws.Committed committed) {
    String draw = committed.frame().drawId();
    LocalDate due = day(committed.commit().executeBy());
    Set<String> spoken =
        committed.contributions().stream()
            .map(Entropy.Contribution::by)
            .collect(Collectors.toSet());
    List<Preparation.Witness> silent =
        committed.commit().entropy() instanceof Entropy.CeremonyPromise
            ? committed.preparation().promised().stream()
                .filter(witness -> !spoken.contains(witness.name()))
                .toList()
            : List.of();
    List<Pending> all = new ArrayList<>();
    silent.forEach(witness ->
        ofWitness(DrawMatter.REVEAL, draw, witness)
            .ifPresent(pending -> all.add(pending.due(due))));
    if (silent.isEmpty()) {
      all.add(open(DrawMatter.EXECUTION, draw, draw).from(spokenOn(committed)).due(due));
      committed
          .preparation()
          .deposit()
          .ifPresent(deposit ->
              all.add(
                  open(DrawMatter.DEPOSIT_OPENING, draw, draw)
                      .onlyFor(Set.of(deposit.holder()))
                      .due(due)));
    } else {
      all.add(
          open(DrawMatter.REVEALS_OPEN, draw, draw)
              .due(due)
              .saying(
                  DrawMatters.WHAT,
                  silent.stream().map(Preparation.Witness::name).collect(Collectors.joining("、"))));
    }
    return all;
  }

  /** When a public source speaks; a ceremony has spoken when all witnesses have. */
  private static @Nullable LocalDate spokenOn(TaskDraws.Committed committed) {
    return switch (committed.commit().entropy()) {
      case Entropy.CeremonyPromise ceremony -> null;
      case Entropy.LotteryPromise lottery -> day(lottery.drawnAt());
      case Entropy.DrandPromise drand -> BusinessClock.day(Entropy.timeOf(drand));
    };
  }

  private static Pending sealed(TaskDraws.Sealed sealed) {
    String draw = sealed.draw().frame().drawId();
    return open(DrawMatter.OPENING, draw, draw)
        .due(sealed.draw().commit().seal().map(seal -> day(seal.openBy())).orElse(null));
  }

  /** One approver has agreed that a draw is void, and another has not yet. */
  private static List<Pending> voiding(String draw, TaskDraws draws) {
    return SecondPeople.voidApproval(draw, draws)
        .map(first -> {
          Set<String> touched = new HashSet<>(SecondPeople.barredFromVoiding(draw, draws));
          touched.add(first.by());
          return asked(DrawMatter.VOID, draw, draw, first.by(), touched);
        })
        .stream()
        .toList();
  }

  private static List<Pending> replacements(TaskDraws.Executed draw) {
    String id = draw.frame().drawId();
    List<Pending> all = new ArrayList<>();
    for (Roster.Request request : draw.roster().open().values()) {
      DrawMatter kind = request.keeps() ? DrawMatter.KEEPING : DrawMatter.REPLACEMENT;
      all.add(
          asked(kind, id + "/" + request.subject(), id, request.by(), Set.of(request.by()))
              .saying(DrawMatters.WHAT, request.subject()));
    }
    draw.roster().due().stream()
        .filter(late -> !draw.roster().open().containsKey(late.subject()))
        .forEach(late ->
            all.add(
                open(
                        DrawMatter.REPLACEMENT_DUE,
                        id + "/" + late.subject() + "/" + late.inspector(),
                        id)
                    .saying(DrawMatters.WHAT, late.subject())));
    return all;
  }

  /** Subjects somebody asked to leave out, as long as the list is open. */
  public static List<Pending> of(String stream, ExclusionList list) {
    String draw = DrawStreams.EXCLUSIONS.id(stream);
    return list.closedBy().isPresent()
        ? List.of()
        : list.all().values().stream()
            .filter(entry -> entry.approvedBy().isEmpty())
            .map(entry -> {
              String subject = entry.exclusion().subject();
              return asked(DrawMatter.EXCLUSION, subject, draw, entry.by(), entry.touchedBy())
                  .saying(DrawMatters.WHAT, subject);
            })
            .sorted(DrawMatters.BY_KEY)
            .toList();
  }

  /** A new key for sealed draws. */
  public static List<Pending> of(String stream, KnownSealingKeys keys) {
    return keys
        .asked()
        .map(asked -> asked(DrawMatter.SEALING_KEY, stream, "", asked.by(), keys.touchedBy()))
        .stream()
        .toList();
  }

  private static LocalDate day(String instant) {
    return BusinessClock.day(Instant.parse(instant));
  }
}
