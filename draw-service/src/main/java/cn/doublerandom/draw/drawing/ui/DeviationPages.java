package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.draw.drawing.Deviation;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 偏离登记: what {@code /api/v1/deviations} lists, for who looks into it. */
@Path("/ui/deviations")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DeviationPages {
  private static final int LIMIT = 50;
  private static final String PLAN = "/draw/ui/plans/";

  /** A step, and the day on which it was done late. */
  private static final Pattern STEP = Pattern.compile("([^（]+)(?:（(\\S+) 补办）)?");

  @Inject
  @Location("draw/deviations.html")
  Template page;

  @Inject Desk desk;
  @Inject Deviation.Directory directory;
  @Inject RuleBook rules;

  /**
   * A line of the list.
   *
   * @param what was departed from, in the words of its page
   * @param packs rule packs in force on the day
   * @param address of what it concerns
   */
  public record Line(Deviation deviation, String what, String packs, String address) {
    public List<String> by() {
      return deviation.by();
    }
  }

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    return desk.show(
        Uni.createFrom()
            .completionStage(() -> directory.page(Page.keyAfter(query.after()), LIMIT + 1))
            .map(rows -> Page.of(rows, LIMIT, Deviation::id))
            .map(rows ->
                page.data(
                    "rows",
                    new Rows<>(
                        rows.items().stream().map(this::line).toList(),
                        query.from(),
                        -1,
                        rows.next()))));
  }

  private Line line(Deviation one) {
    return new Line(one, what(one), rules.inForce(one.on()), address(one));
  }

  /** A step of the plan as its page calls it: what the law calls 制定 is done by the approval. */
  private String what(Deviation one) {
    return switch (one.kind()) {
      case PLAN_STEP_OVERDUE, PLAN_STEP_LATE -> {
        Matcher said = STEP.matcher(one.what());
        yield said.matches()
            ? desk.words(DeviationWords.class)
                .planStep(ofPlan(said.group(1)), said.group(2) == null ? "" : said.group(2))
            : one.what();
      }
      case PLAN_ADJUSTED,
          TASKS_COMBINED,
          TASKS_SEPARATED,
          DRAW_OVERDUE,
          DRAW_VOIDED,
          NARROW_SLOT,
          FLOOR_ABOVE_PLAN,
          TEAMS_REDRAWN,
          EXCLUDED_BY_HAND,
          SUBJECT_REPLACED,
          INSPECTOR_REPLACED,
          MEMBER_KEPT,
          REPLACEMENT_UNDONE ->
          one.what();
    };
  }

  /** A step as a deadline of the plan names it. */
  private static String ofPlan(String step) {
    return switch (step) {
      case "制定" -> "APPROVAL";
      case "上报" -> "REPORT";
      case "公示" -> "PUBLICATION";
      default -> step;
    };
  }

  /** Of a plan its own page, of a draw its story. */
  private static String address(Deviation one) {
    return switch (one.kind()) {
      case PLAN_STEP_OVERDUE, PLAN_STEP_LATE, PLAN_ADJUSTED, TASKS_COMBINED, TASKS_SEPARATED ->
          PLAN + PageAddress.encoded(one.concerns());
      case DRAW_OVERDUE,
          DRAW_VOIDED,
          NARROW_SLOT,
          FLOOR_ABOVE_PLAN,
          TEAMS_REDRAWN,
          EXCLUDED_BY_HAND,
          SUBJECT_REPLACED,
          INSPECTOR_REPLACED,
          MEMBER_KEPT,
          REPLACEMENT_UNDONE ->
          DrawPlaces.story(one.concerns());
    };
  }
}
