package cn.doublerandom.draw.drawing.rest;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RuleKey;
import cn.doublerandom.draw.drawing.Deviation;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** 偏离登记: every departure from a plan or a rule, with its clause. */
@Path("/api/v1/deviations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deviations", description = "偏离登记")
public class DeviationResource {
  @Inject Deviation.Directory directory;
  @Inject RuleBook rules;

  /**
   * A deviation with the rule it departs from.
   *
   * @param text what an officer reads
   * @param clause of the plan or of the protocol
   * @param rule what the rule packs call it; absent where they do not speak of it
   * @param rulePacks in force on the day
   */
  public record Entry(
      String id,
      Deviation.Kind kind,
      String text,
      String clause,
      @Nullable String rule,
      String rulePacks,
      String concerns,
      String what,
      String reason,
      List<String> by,
      LocalDate on) {
    static Entry of(Deviation d, RuleBook rules) {
      return new Entry(
          d.id(),
          d.kind(),
          d.kind().text(),
          d.kind().clause(),
          rule(d.kind()).map(Enum::name).orElse(null),
          rules.inForce(d.on()),
          d.concerns(),
          d.what(),
          d.reason(),
          d.by(),
          d.on());
    }

    private static Optional<RuleKey> rule(Deviation.Kind kind) {
      return switch (kind) {
        case PLAN_STEP_OVERDUE, PLAN_STEP_LATE -> Optional.of(RuleKey.PLAN_FILING_DEADLINE);
        case TEAMS_REDRAWN -> Optional.of(RuleKey.TEAM_SIZE);
        case INSPECTOR_REPLACED, MEMBER_KEPT, REPLACEMENT_UNDONE ->
            Optional.of(RuleKey.RECUSAL_RIGHT);
        case PLAN_ADJUSTED,
            TASKS_COMBINED,
            TASKS_SEPARATED,
            NARROW_SLOT,
            FLOOR_ABOVE_PLAN,
            DRAW_OVERDUE,
            DRAW_VOIDED,
            EXCLUDED_BY_HAND,
            SUBJECT_REPLACED ->
            Optional.empty();
      };
    }
  }

  @GET
  @RolesAllowed({Roles.COORDINATOR, Roles.APPROVER, Roles.SUPERVISOR, Roles.AUDITOR})
  @Operation(summary = "Every departure from a plan or a rule, the oldest first")
  public Uni<Page<Entry>> list(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(paging.afterKey(), paging.limit() + 1))
        .map(rows ->
            Page.of(
                rows.stream().map(d -> Entry.of(d, rules)).toList(), paging.limit(), Entry::id));
  }
}
