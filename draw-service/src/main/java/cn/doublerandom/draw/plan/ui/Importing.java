package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.application.PlanImports;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.draw.plan.rest.PlanStepResource.Reason;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A table on its way into a plan: it is read and shown, read again with answers, and taken. Nothing
 * is kept before that; the table goes with its form. Blocks.
 *
 * <pre>
 * file, text ─▶ read ─▶ answers ─▶ read ─▶ taken
 * </pre>
 */
@RequestScoped
class Importing {
  /** The field that says what is to be done. */
  private static final String STEP = "step";

  private static final String TEXT = "text";
  private static final String TAKEN = "taken";
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
  record Answers(@Size(max = MOST_PLACES) List<@Size(max = 50) String> place) {}

  /**
   * A file that came.
   *
   * @param plan it is to adjust; empty where it is to be another
   */
  Uni<RestResponse<String>> file(String plan, byte[] body) {
    return looked(
        NOTHING,
        () -> page.read(Brought.of(sent(body)), plan),
        form -> Uni.createFrom().item(page.empty(form, plan)));
  }

  /** Fields that came: a table that was pasted, answers, or the word to take it. */
  Uni<RestResponse<String>> fields(String plan, byte[] body) {
    Form sent = desk.forms().read(body);
    return switch (sent.value(STEP)) {
      case TEXT ->
          looked(
              body,
              () -> page.read(Brought.of(pasted(sent)), plan),
              form -> Uni.createFrom().item(page.empty(form, plan)));
      case TAKEN -> desk.does(body, form -> taken(form, plan), form -> page.again(form, plan));
      default -> looked(body, () -> page.read(brought(sent), plan), form -> page.again(form, plan));
    };
  }

  /** Shows what was read; what is refused is shown in its form. */
  private Uni<RestResponse<String>> looked(
      byte[] body,
      Supplier<Uni<TemplateInstance>> shows,
      Function<FilledForm, Uni<TemplateInstance>> again) {
    try {
      return desk.show(shows.get());
    } catch (ProblemException refused) {
      return desk.does(body, form -> Uni.createFrom().failure(refused), again);
    }
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
    String reason = form.as(Reason.class).reason();
    FieldRules.publicText("reason", reason);
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
        throw refused(Brought.FILE, page.words().noFile());
      }
      if (file.length > Brought.MOST_BYTES) {
        throw refused(Brought.FILE, page.words().fileTooLarge());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] pasted(Form form) {
    String text = form.value(TEXT);
    if (text.isBlank()) {
      throw refused(TEXT, page.words().noText());
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** In the reader's words already, which is what "invalid" stands for. */
  private static ProblemException refused(String field, String text) {
    return new ProblemException(
        EdgeRejection.FILE_REFUSED,
        List.of(new Problem.FieldError(field, null, "invalid", text)),
        Map.of());
  }
}
