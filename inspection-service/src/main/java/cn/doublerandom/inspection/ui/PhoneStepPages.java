package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.application.PhoneSteps;
import cn.doublerandom.inspection.application.PhoneSync.Differing;
import cn.doublerandom.inspection.application.PhoneSync.SaidHere;
import cn.doublerandom.inspection.application.PhoneSync.Synced;
import cn.doublerandom.inspection.phone.TakenStep;
import cn.doublerandom.inspection.rest.PhoneStepResource.StepDecision;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was done of a visit without network, with both times; and two who differ are decided. */
@Path("/ui/visits/{visit}/steps")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class PhoneStepPages {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  @Inject
  @Location("inspection/steps.html")
  Template stepsPage;

  @Inject Desk desk;
  @Inject VisitPage page;
  @Inject PhoneSteps steps;
  @Inject VisitReader reader;

  /** A step in a line. */
  public record StepRow(String what, String who, String claimed, String counts, String received) {}

  /**
   * Two answers, of which one is chosen.
   *
   * @param online what was answered with network, which stands as long as nothing else is chosen;
   *     absent where nothing was
   */
  public record ShownConflict(
      String item, String name, String at, List<Choice> choices, @Nullable String online) {}

  /** The form of each item that is decided; the refused one with what was typed. */
  public record DecisionForms(Forms forms, FilledForm refused) {
    /** The form of an item. */
    public FilledForm of(String item) {
      return refused.value("item").equals(item) ? refused : forms.blank();
    }
  }

  @GET
  @RolesAllowed({
    Roles.INSPECTOR,
    Roles.UNIT_LEAD,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> all(@PathParam("visit") @Size(max = 160) String visit) {
    return desk.show(page(visit, desk.forms().blank()));
  }

  @POST
  @Path("/decisions")
  @Consumes(Forms.FIELDS)
  @RolesAllowed(Roles.INSPECTOR)
  @Operation(hidden = true)
  public Uni<RestResponse<String>> decide(
      @PathParam("visit") @Size(max = 160) String visit, byte[] body) {
    return desk.does(
        body,
        form -> {
          StepDecision said = form.as(StepDecision.class);
          return steps
              .decide(
                  visit,
                  said.item(),
                  said.step(),
                  said.reason(),
                  reader.reader(),
                  form.context(said))
              .map(done -> PageAddress.of(InspectionPlaces.step(visit, "steps")));
        },
        form -> page(visit, form));
  }

  private Uni<TemplateInstance> page(String visit, FilledForm form) {
    return page.readable(visit)
        .flatMap(shown ->
            steps
                .of(visit, reader.reader())
                .map(synced ->
                    stepsPage
                        .data("shown", shown)
                        .data("synced", synced)
                        .data("waits", String.join("、", synced.waitsFor()))
                        .data("rows", synced.taken().stream().map(one -> row(one, shown)).toList())
                        .data("conflicts", conflicts(synced, shown))
                        .data("forms", new DecisionForms(desk.forms(), form))));
  }

  private StepRow row(TakenStep taken, ShownVisit shown) {
    OfflineWords words = desk.words(OfflineWords.class);
    String kind = words.kindOf(taken.step().kind());
    String item = taken.step().item();
    return new StepRow(
        item == null ? kind : kind + "：" + name(item, shown),
        taken.step().officer(),
        time(taken.step().claimedAt()),
        time(taken.countsAt()),
        time(taken.receivedAt()));
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static String name(String item, ShownVisit shown) {
    return shown.visit().items().stream()
        .filter(one -> one.code().equals(item))
        .findFirst()
        .map(Assignment.Item::name)
        .orElse(item);
  }

  private List<ShownConflict> conflicts(Synced synced, ShownVisit shown) {
    return IntStream.range(0, synced.differing().size())
        .mapToObj(i -> conflict(synced.differing().get(i), "c" + i, shown))
        .toList();
  }

  private ShownConflict conflict(Differing differing, String at, ShownVisit shown) {
    return new ShownConflict(
        differing.item(),
        name(differing.item(), shown),
        at,
        differing.answers().stream().filter(one -> one.taken() != null).map(this::choice).toList(),
        differing.answers().stream()
            .filter(one -> one.taken() == null)
            .map(one -> choice(one).label())
            .findFirst()
            .orElse(null));
  }

  private Choice choice(SaidHere said) {
    OfflineWords words = desk.words(OfflineWords.class);
    TakenStep taken = said.taken();
    return new Choice(
        taken == null ? "" : taken.step().id(),
        words.answerOf(
            taken == null ? words.byNetwork() : taken.step().officer(),
            desk.listed(
                said.answer().codes().stream()
                    .map(code -> page.codes().getOrDefault(code, code))
                    .toList()),
            said.answer().note()));
  }
}
