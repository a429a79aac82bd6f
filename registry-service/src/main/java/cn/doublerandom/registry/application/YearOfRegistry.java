package cn.doublerandom.registry.application;

import cn.doublerandom.registry.readiness.Readiness;
import cn.doublerandom.registry.readiness.ReadinessCounts;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Figure;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Sentence;
import cn.doublerandom.servicekit.waiting.YearFigures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** 本年一览 of the registers: how far they are from being in order by 31 March. */
@ApplicationScoped
public class YearOfRegistry implements YearFigures {
  private static final List<String> READERS =
      List.of(Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR);

  private final ReadinessCounts counts;

  @Inject
  YearOfRegistry(ReadinessCounts counts) {
    this.counts = counts;
  }

  @Override
  public Uni<List<Figure>> of(Person person, LocalDate today) {
    return person.isOneOf(READERS)
        ? Uni.createFrom().completionStage(() -> counts.on(today)).map(r -> List.of(figure(r)))
        : Uni.createFrom().item(List.of());
  }

  static Figure figure(Readiness readiness) {
    long open = readiness.openPoints();
    boolean isLate = readiness.on().isAfter(readiness.due());
    return new Figure(
        "readiness",
        new Sentence("“一单两库”待完善事项", "Points open in the registers"),
        Long.toString(open),
        new Sentence(
            "共 %d 项，应于 3 月 31 日前完善".formatted(readiness.points()),
            "of %d, to be in order by 31 March".formatted(readiness.points())),
        open == 0 ? "ok" : isLate ? "bad" : "warn",
        MatterPlaces.READINESS.address());
  }
}
