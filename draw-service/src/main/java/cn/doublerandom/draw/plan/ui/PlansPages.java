package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanDates;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 年度计划: all there are, by year. */
@Path("/ui/plans")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PlansPages {
  /** The next year's plan is made in this one; older ones are asked for by their year. */
  private static final int YEARS_AHEAD = 1;

  private static final int YEARS_BACK = 9;
  private static final int FIRST = 2000;
  private static final int LAST = 2100;

  @Inject
  @Location("draw/plans.html")
  Template page;

  @Inject Desk desk;
  @Inject PlanDesk reader;
  @Inject Plans plans;
  @Inject SecurityIdentity identity;

  /**
   * A plan in the list.
   *
   * @param phase DRAFT, SUBMITTED, APPROVED, REPORTED, PUBLISHED or ADJUSTING
   */
  @TemplateData
  public record Line(
      String key, String year, String phase, String look, String issuer, int tasks, Days days) {
    static Line of(Plans.Listed listed) {
      PlanPhase phase = PlanPhase.of(listed.plan());
      PlanTable table = listed.plan().says().orElseThrow().table();
      return new Line(
          listed.planKey(),
          Integer.toString(listed.year()),
          phase.name(),
          phase.look(),
          table.issuer(),
          table.tasks().size(),
          Days.of(listed.plan()));
    }
  }

  /** When its steps were done; a dash as long as they are not. */
  @TemplateData
  public record Days(String approved, String reported, String published) {
    static Days of(AnnualPlan plan) {
      PlanDates dates = plan.dates();
      return new Days(
          text(dates.approvedOn()), text(dates.reportedOn()), text(dates.firstPublishedOn()));
    }

    private static String text(@Nullable LocalDate day) {
      return day == null ? "—" : day.toString();
    }
  }

  @GET
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    int year = query.number("year", 0);
    boolean isOne = year >= FIRST && year <= LAST;
    int now = reader.today().getYear();
    return desk.show(
        (query.isRefused() || (year != 0 && !isOne)
                ? Uni.createFrom().item(List.<Plans.Listed>of())
                : plans.ofYears(isOne ? year : now - YEARS_BACK, isOne ? year : now + YEARS_AHEAD))
            .map(found -> shown(query, found)));
  }

  private TemplateInstance shown(Query query, List<Plans.Listed> found) {
    List<Line> lines = found.stream().map(Line::of).toList();
    return page.data("query", query.form())
        .data("narrowed", query.isNarrowed())
        .data("mayImport", identity.hasRole(Roles.COORDINATOR))
        .data("rows", new Rows<>(lines, 1, lines.size(), null));
  }
}
