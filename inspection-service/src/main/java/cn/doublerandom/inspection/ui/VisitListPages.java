package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.VisitParticulars;
import cn.doublerandom.inspection.visit.VisitDirectory;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 检查任务: an inspector's own visits, a unit's, or the bureau's, the most urgent first. */
@Path("/ui/visits")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class VisitListPages {
  private static final int LIMIT = 50;
  private static final VisitParticulars.Listed NONE =
      new VisitParticulars.Listed(List.of(), Map.of(), 0);

  @Inject
  @Location("inspection/visits.html")
  Template visitsPage;

  @Inject Desk desk;
  @Inject VisitParticulars particulars;
  @Inject VisitReader reader;

  /**
   * One row.
   *
   * @param dueOn last day of what comes next; absent where nothing does
   * @param late whether that day has passed
   */
  public record Line(
      VisitSummary visit, VisitState state, String name, @Nullable LocalDate dueOn, boolean late) {}

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    var asked =
        new VisitDirectory.Query(
            reader.officer(),
            query.text("officer"),
            query.text("unit"),
            query.word("state", VisitState.class).map(VisitState::name).orElse(""),
            query.text("search", 2),
            dueBy(query),
            query.text("late").equals("1"),
            true,
            Page.keyAfter(query.after()));
    return desk.show(
        (query.isRefused() ? Uni.createFrom().item(NONE) : particulars.listed(asked, LIMIT + 1))
            .map(listed -> page(query, asked, listed)));
  }

  private static String dueBy(Query query) {
    return query.text("dueBy").isEmpty() ? "" : query.day("dueBy", LocalDate.EPOCH).toString();
  }

  private TemplateInstance page(
      Query query, VisitDirectory.Query asked, VisitParticulars.Listed listed) {
    VisitWords words = desk.words(VisitWords.class);
    Page<VisitSummary> page = Page.of(listed.visits(), LIMIT, asked::place);
    List<Line> lines = page.items().stream().map(visit -> line(visit, listed.names())).toList();
    return visitsPage
        .data("query", query.form())
        .data("narrowed", query.isNarrowed())
        .data("mine", !asked.ownFirst().equals(asked))
        .data("unit", reader.unit())
        .data("leads", reader.decides())
        .data(
            "states",
            Arrays.stream(VisitState.values())
                .map(one -> new Choice(one.name(), words.stateOf(one)))
                .toList())
        .data("rows", new Rows<>(lines, query.from(), listed.count(), page.next()));
  }

  private Line line(VisitSummary visit, Map<String, String> names) {
    VisitState state = VisitState.valueOf(visit.state());
    LocalDate last =
        switch (state) {
          case ASSIGNED, IN_PROGRESS -> visit.to();
          case FINISHED, IN_REVIEW -> visit.dueOn();
          case RECORDED, CANCELLED -> null;
        };
    return new Line(
        visit,
        state,
        names.getOrDefault(visit.subjectId(), visit.subjectId()),
        last == null || visit.day() == null ? last : visit.day(),
        last != null && reader.today().isAfter(last));
  }
}
