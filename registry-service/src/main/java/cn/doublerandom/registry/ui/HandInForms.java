package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.CodeReason;
import cn.doublerandom.registry.application.Drafts;
import cn.doublerandom.registry.application.IntakeTemplates;
import cn.doublerandom.registry.application.Intakes;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeKind;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Form;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The form in which a file for one of the registers is handed in, the same for all of them. */
@RequestScoped
public class HandInForms {
  /** Earlier imports of the register that stand below the form. */
  private static final int SHOWN = 10;

  private final Desk desk;
  private final ImportWork work;
  private final IntakeTemplates templates;
  private final IntakeDirectory directory;
  private final Template page;

  @Inject
  HandInForms(
      Desk desk,
      ImportWork work,
      IntakeTemplates templates,
      IntakeDirectory directory,
      @Location("registry/handin.html") Template page) {
    this.desk = desk;
    this.work = work;
    this.templates = templates;
    this.directory = directory;
    this.page = page;
  }

  /** What is typed beside the file. */
  public record Beside(@Nullable @Size(max = 200) String codeReason) {}

  Uni<RestResponse<String>> empty(IntakeKind kind) {
    return desk.show(page(kind, refusedOnItsWay(desk.forms().blank())));
  }

  /** What was too large, or came too slowly, was refused before anybody read the form. */
  private FilledForm refusedOnItsWay(FilledForm blank) {
    String text =
        switch (desk.here().value("refused")) {
          case "request-too-large" -> tooLarge();
          case "body-too-slow" -> desk.words(UnderwayWords.class).notWhole();
          default -> "";
        };
    return text.isEmpty()
        ? blank
        : blank.refused(List.of(new FilledForm.Fault(ImportWork.FILE, text)), false);
  }

  private String tooLarge() {
    return desk.readsEnglish()
        ? RegistryRejection.IMPORT_TOO_LARGE.english()
        : RegistryRejection.IMPORT_TOO_LARGE.text();
  }

  Uni<RestResponse<String>> handIn(IntakeKind kind, File body) {
    ImportWords words = desk.words(ImportWords.class);
    return desk.does(
        body,
        form -> work.handIn(sent(kind, form, words), form, words, desk.readsEnglish()),
        form -> page(kind, form));
  }

  private static Intakes.Sent sent(IntakeKind kind, Form form, ImportWords words) {
    String reason = form.as(Beside.class).codeReason();
    return new Intakes.Sent(
        kind,
        form.file()
            .orElseThrow(() ->
                new ProblemException(
                    EdgeRejection.FIELD_INVALID,
                    List.of(
                        new Problem.FieldError(ImportWork.FILE, null, "invalid", words.noFile())),
                    Map.of())),
        form.fileName(),
        reason == null ? "" : CodeReason.checked(reason));
  }

  private Uni<TemplateInstance> page(IntakeKind kind, FilledForm form) {
    return Uni.createFrom()
        .completionStage(() -> directory.newest(kind, SHOWN))
        .map(earlier -> empty(kind, form).data("earlier", earlier));
  }

  private TemplateInstance empty(IntakeKind kind, FilledForm form) {
    return page.data("kind", kind)
        .data("form", form)
        .data("mostBytes", Drafts.MOST_BYTES)
        .data("tooLarge", tooLarge())
        .data("isSubjects", kind == IntakeKind.SUBJECTS)
        .data("columns", templates.columns(kind));
  }
}
