package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.People;
import cn.doublerandom.registry.application.SubjectPerson;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.RiskSource;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.text.TextGuard;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 检查对象名录库, by tables. */
@Path("/api/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectImportResource {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LONGEST_REASON = 200;

  @Inject CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  @Inject PersonKeys people;
  @Inject Imports imports;
  @Inject Requests requests;

  @POST
  @Conditional
  @Path("/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(
      summary =
          "Import subjects, csv or xlsx with a header row; all rows or none, or the good ones")
  public ImportReport load(
      File file,
      @BeanParam ImportOptions options,
      @QueryParam("codeReason")
          @DefaultValue("")
          @Size(max = LONGEST_REASON)
          @Parameter(
              description =
                  "why codes from before 2016 are taken whose check characters are not the"
                      + " standard's; a column 编码说明 says it for one row")
          String codeReason)
      throws IOException {
    return imports.take(file, options, target(checked(codeReason)));
  }

  @POST
  @Conditional
  @Path("/imports/marked")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @Produces(MediaTypes.XLSX)
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(
      summary = "The file as xlsx with its bad cells marked and explained; nothing is stored")
  public byte[] marked(File file) throws IOException {
    return imports.marked(file, target(""));
  }

  private static String checked(String codeReason) {
    TextGuard.offenceInLine(codeReason)
        .ifPresent(offence -> {
          throw new ProblemException(
              EdgeRejection.FIELD_INVALID,
              List.of(
                  new Problem.FieldError(
                      "codeReason", null, offence.fault().code(), offence.text())),
              Map.of());
        });
    return TextGuard.visible(codeReason);
  }

  private Imports.Target<SubjectTable.Entry, SubjectCommand, SubjectEvent, Subject> target(
      String codeReason) {
    LocalDate today = BusinessClock.day(requests.now());
    String batch = Batches.named(today);
    return new Imports.Target<>(
        SubjectTable.of(today, codeReason),
        rows -> asked(rows, today, batch),
        subjects,
        events -> events.isEmpty() ? 0 : 1,
        SubjectImportResource::batch,
        SubjectImportResource::waits);
  }

  private static Optional<String> batch(SubjectEvent event) {
    return event instanceof SubjectEvent.StatusRequested asked
        ? Optional.ofNullable(asked.batch())
        : Optional.empty();
  }

  private static Optional<String> waits(SubjectCommand row, Subject subject) {
    return subject instanceof Subject.Registered known
        ? known
            .statusAsked()
            .map(asked ->
                row instanceof SubjectCommand.RegisterSubject told
                    ? asked.inWordsBeside(told)
                    : asked.inWords())
        : Optional.empty();
  }

  private static String reason(String said, String batch) {
    return said.isEmpty() ? "名录导入，批次 " + batch : said + "（名录导入，批次 " + batch + "）";
  }

  private Imports.Asked<SubjectCommand> asked(
      Map<Integer, SubjectTable.Entry> rows, LocalDate today, String batch) {
    Map<Person, String> texts =
        rows.values().stream()
            .filter(SubjectImportResource::tellsOfPerson)
            .collect(
                Collectors.toMap(
                    e -> People.subject(e.details().id()),
                    e -> SubjectPerson.text(e.details(), e.personName())));
    Map<Person, String> sealed =
        texts.isEmpty() ? Map.of() : people.seal(texts).await().atMost(PATIENCE);
    Map<String, SubjectCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    List<RowFault> refused = new ArrayList<>();
    rows.forEach((number, entry) -> {
      SubjectDetails details = entry.details();
      String stream = RegistryStreams.SUBJECT + details.id();
      if (tellsOfPerson(entry)) {
        String name = sealed.get(People.subject(details.id()));
        if (name == null) {
          refused.add(Imports.erased(number, "编码"));
          return;
        }
        details = details.withoutOwn().withSealedName(name);
      }
      commands.put(
          stream,
          new SubjectCommand.RegisterSubject(
              details,
              today,
              requests.actor(),
              batch,
              reason(entry.since().reason(), batch),
              entry.since().from()));
      asking.put(stream, List.of(number));
    });
    return new Imports.Asked<>(commands, asking, refused);
  }

  private static boolean tellsOfPerson(SubjectTable.Entry entry) {
    return !entry.personName().isEmpty() || entry.details().namesItsOwner();
  }

  private record Reclassification(String subject, CreditRiskClass riskClass, RiskSource source) {}

  private static Table<Reclassification> classes(LocalDate today) {
    List<String> heads = List.of("编码", "信用风险等级", "评定来源", "评定日期");
    return new Table<>(
        heads,
        SubjectTable.otherHeads(heads),
        Map.of(".*(生效|有效).*", "等级自“评定日期”起生效；请删去此列后导入。"),
        row ->
            new Reclassification(
                CodeRules.reference(row, "编码"),
                row.oneOf("信用风险等级", CreditRiskClass.WORDS),
                new RiskSource(row.required("评定来源", 200), row.pastDate("评定日期", today))),
        Reclassification::subject);
  }

  @POST
  @Conditional
  @Path("/risk-classes/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.TABLE)
  @Consumes({
    MediaTypes.CSV,
    MediaTypes.XLSX,
    MediaTypes.XLS,
    MediaTypes.TSV,
    MediaTypes.TEXT,
    MediaTypes.BYTES,
    MediaTypes.FORM
  })
  @RolesAllowed(Roles.REGISTRAR)
  @Blocking
  @Operation(summary = "The monthly reclassification: 编码, 信用风险等级, 评定来源, 评定日期")
  public ImportReport reclassify(File file, @BeanParam ImportOptions options) throws IOException {
    LocalDate today = BusinessClock.day(requests.now());
    String batch = Batches.named(today);
    return imports.take(
        file,
        options,
        new Imports.Target<>(
            classes(today),
            rows -> {
              Map<String, SubjectCommand> commands = new LinkedHashMap<>();
              Map<String, List<Integer>> asking = new LinkedHashMap<>();
              rows.forEach((number, r) -> {
                commands.put(
                    RegistryStreams.SUBJECT + r.subject(),
                    new SubjectCommand.Reclassify(
                        r.riskClass(), r.source(), today, requests.actor(), batch));
                asking.put(RegistryStreams.SUBJECT + r.subject(), List.of(number));
              });
              return new Imports.Asked<>(commands, asking, List.of());
            },
            subjects,
            events -> events.isEmpty() ? 0 : 1,
            SubjectImportResource::batch,
            SubjectImportResource::waits));
  }
}
