package cn.doublerandom.inspection.application;

import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.application.Rechecks.OwnRecheck;
import cn.doublerandom.inspection.application.RevisitRecords.OwnRevisit;
import cn.doublerandom.servicekit.waiting.DayWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import cn.doublerandom.servicekit.waiting.Matters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 待办 of who looks a second time: orders to re-check, visits to see again. */
@ApplicationScoped
class WaitingLooks {
  private static final MatterPlace RECHECK = new MatterPlace("/inspection/ui/follow-ups/{id}");
  private static final MatterPlace REVISIT = new MatterPlace("/inspection/ui/own-revisits/{id}");

  private final Rechecks rechecks;
  private final RevisitRecords revisits;
  private final VisitParticulars particulars;

  @Inject
  WaitingLooks(Rechecks rechecks, RevisitRecords revisits, VisitParticulars particulars) {
    this.rechecks = rechecks;
    this.revisits = revisits;
    this.particulars = particulars;
  }

  /**
   * What waits for an officer.
   *
   * @param goes whether he goes on visits himself
   */
  Uni<Matters> of(Officer officer, boolean goes, LocalDate today) {
    return goes
        ? rechecks
            .own(officer)
            .flatMap(orders ->
                revisits
                    .own(officer.account())
                    .map(all -> all.stream().filter(one -> !one.confirmed()).toList())
                    .flatMap(again -> said(orders, again, today)))
        : Uni.createFrom().item(Matters.NONE);
  }

  private Uni<Matters> said(List<OwnRecheck> orders, List<OwnRevisit> again, LocalDate today) {
    return particulars
        .namesOf(
            Stream.concat(
                    orders.stream().map(OwnRecheck::subjectId),
                    again.stream().map(OwnRevisit::subjectId))
                .toList())
        .map(names -> {
          List<Matter> all = new ArrayList<>();
          orders.forEach(one -> all.add(recheck(one, names, today)));
          again.forEach(one -> all.add(revisit(one, names)));
          return Matters.of(all.stream().limit(Matters.MOST).toList(), all.size());
        });
  }

  static Matter recheck(OwnRecheck one, Map<String, String> names, LocalDate today) {
    String name = names.getOrDefault(one.subjectId(), one.subjectId());
    LocalDate on = one.visit().on();
    return new Matter(
        "recheck",
        "复查“%s”的责令改正（%s起，%s到期）"
            .formatted(name, DayWords.chinese(on, today), DayWords.chinese(one.dueOn(), today)),
        "Look again whether “%s” obeyed the order (from %s, due on %s)"
            .formatted(name, DayWords.english(on, today), DayWords.english(one.dueOn(), today)),
        on,
        one.dueOn(),
        place(RECHECK, one.firstVisit(), Integer.toString(one.visit().followUp())));
  }

  static Matter revisit(OwnRevisit one, Map<String, String> names) {
    String name = names.getOrDefault(one.subjectId(), one.subjectId());
    return new Matter(
        "revisit",
        (one.mine() ? "回头看“%s”" : "核对并确认“%s”的回头看").formatted(name),
        (one.mine() ? "See “%s” again" : "Read and confirm the revisit of “%s”").formatted(name),
        one.since(),
        null,
        place(REVISIT, one.task(), one.visitId()));
  }

  /** Two ids, each encoded by itself. */
  private static String place(MatterPlace place, String first, String second) {
    return new MatterPlace(place.page(first) + "/{id}").page(second);
  }
}
