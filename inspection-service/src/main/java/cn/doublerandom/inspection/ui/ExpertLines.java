package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.VisitExperts;
import cn.doublerandom.inspection.visit.Assistance;
import cn.doublerandom.inspection.visit.Entrusted;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.servicekit.ui.Desk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who stands beside the team of a visit and, for who may ask for one, who could. */
@RequestScoped
class ExpertLines {
  private final VisitExperts experts;
  private final VisitReader reader;
  private final Desk desk;

  @Inject
  ExpertLines(VisitExperts experts, VisitReader reader, Desk desk) {
    this.experts = experts;
    this.reader = reader;
    this.desk = desk;
  }

  Uni<ShownExperts> of(VisitSummary visit) {
    BesideWords words = desk.words(BesideWords.class);
    var shown =
        new ShownExperts(
            visit,
            reader.officer(),
            reader.goes() || reader.leads(),
            List.of(),
            false,
            List.of(
                new Choice(Assistance.Outcome.BESIDE.name(), words.agree()),
                new Choice(Assistance.Outcome.DECLINED.name(), words.decline())));
    return shown.asks()
        ? experts
            .entrusted(reader.today())
            .map(pool ->
                new ShownExperts(
                    shown.visit(),
                    shown.reader(),
                    shown.acts(),
                    pool.first().stream().map(ExpertLines::choice).toList(),
                    pool.isCut(),
                    shown.answers()))
        : Uni.createFrom().item(shown);
  }

  private static Choice choice(Entrusted one) {
    return new Choice(
        one.expert(),
        Stream.of(
                one.expert(), one.name() == null ? "" : one.name(), String.join("、", one.fields()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ")));
  }
}
