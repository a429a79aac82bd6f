package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.application.PlanImports;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import cn.doublerandom.servicekit.ui.Forms;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * 导入计划表: a file or a pasted table, how it was read, what is asked about it, and then it is taken, as
 * the draft of its year or as an adjustment of the published plan.
 */
@Path("/ui/plans/import")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PlanImportPages {
  private static final String TEXT = "text";
  private static final byte[] NOTHING = {};

  /** Places one form may ask about: no plan known leaves a tenth of them open. */
  private static final int MOST_PLACES = 900;

  @Inject Desk desk;
  @Inject PlanImportPage page;
  @Inject PlanImports imports;
  @Inject Plans plans;
  @Inject Requests requests;

  /**
   * What a form says beside the table and the answers.
   *
   * @param place what it asked about
   */
  public record Answers(@Size(max = MOST_PLACES) List<@Size(max = 50) String> place) {}

  /** Why a published plan is to change. */
  public record Adjustment(@NotBlank @Size(max = 500) String reason) {}

  @GET
  @RolesAllowed(Roles.COORDINATOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> begin(
      @QueryParam("plan") @DefaultValue("") @Size(max = 64) String plan) {
    return desk.show(page.empty(desk.forms().blank(), plan));
  }

  /** A file, as {@code POST /api/v1/plans/imports?dryRun=true} looks at it. */
  @POST
  @Path("/file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Roles.COORDINATOR)
  @InTurn
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> file(
      @QueryParam("plan") @DefaultValue("") @Size(max = 64) String plan, byte[] body) {
    return looked(NOTHING, plan, form -> Brought.of(sent(body)));
  }

  /** The same of a table that was pasted. */
  @POST
  @Path("/text")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @InTurn
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> text(
      @QueryParam("plan") @DefaultValue("") @Size(max = 64) String plan, byte[] body) {
    return looked(body, plan, form -> Brought.of(pasted(form)));
  }

  private Uni<RestResponse<String>> looked(
      byte[] body, String plan, Function<Form, Brought> reads) {
    try {
      return desk.show(page.read(reads.apply(desk.forms().read(body)), plan));
    } catch (ProblemException refused) {
      return desk.does(
          body,
          form -> Uni.createFrom().failure(refused),
          form -> Uni.createFrom().item(page.empty(form, plan)));
    }
  }

  /** Read once more, with what was answered. */
  @POST
  @Path("/answers")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @InTurn
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> answer(
      @QueryParam("plan") @DefaultValue("") @Size(max = 64) String plan, byte[] body) {
    try {
      return desk.show(page.read(brought(desk.forms().read(body)), plan));
    } catch (ProblemException refused) {
      return desk.does(
          body, form -> Uni.createFrom().failure(refused), form -> page.again(form, plan));
    }
  }

  /** Takes the table, as {@code POST /api/v1/plans/imports} or {@code …/adjustments} does it. */
  @POST
  @Path("/taken")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.COORDINATOR)
  @InTurn
  @Blocking
  @Operation(hidden = true)
  public Uni<RestResponse<String>> take(
      @QueryParam("plan") @DefaultValue("") @Size(max = 64) String plan, byte[] body) {
    return desk.does(body, form -> taken(form, plan), form -> page.again(form, plan));
  }

  private Uni<PageAddress> taken(Form form, String plan) {
    Brought brought = brought(form);
    PlanTable table = table(brought);
    CommandContext context = form.context(brought.mark());
    if (plan.isEmpty()) {
      return plans
          .key(table)
          .flatMap(key -> plans.take(key, table, true, context).map(done -> seen(key, done)));
    }
    String reason = form.as(Adjustment.class).reason();
    FieldRules.noResident("reason", reason);
    return imports.propose(plan, table, reason, context).map(done -> seen(plan, done));
  }

  private static PageAddress seen(String key, Handled<PlanEvent, AnnualPlan> done) {
    return Desk.seen(
        PlanPlaces.plan(key), DrawStreams.PLAN.of(key), Refusals.require(done).version());
  }

  private static Brought brought(Form form) {
    return Brought.of(form::value, form.as(Answers.class).place());
  }

  /** What is wrong and asked stands beside the cells; here it is only that there is something. */
  private PlanTable table(Brought brought) {
    try {
      PlanReading reading = imports.read(brought.file(), brought.year(), brought.decisions());
      PlanTable table = reading.table();
      if (table == null) {
        throw new ProblemException(PlanRejection.PLAN_TABLE_REFUSED);
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] sent(byte[] body) {
    try {
      byte[] file = requests.file(body);
      if (file.length == 0) {
        throw refused(Brought.FILE, "form-without-file", page.words().noFile());
      }
      if (file.length > Brought.MOST_BYTES) {
        throw refused(Brought.FILE, "too-large", page.words().fileTooLarge());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] pasted(Form form) {
    String text = form.value(TEXT);
    if (text.isBlank()) {
      throw refused(TEXT, "expected-text", page.words().noText());
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** In the reader's words already, which is what "invalid" stands for. */
  private static ProblemException refused(String field, String code, String text) {
    return new ProblemException(
        EdgeRejection.FILE_REFUSED,
        List.of(new Problem.FieldError(field, null, "invalid", text)),
        Map.of("cause", code));
  }
}
