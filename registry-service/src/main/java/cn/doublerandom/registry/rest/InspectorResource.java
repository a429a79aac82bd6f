package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.Inspector;
import cn.doublerandom.registry.inspector.InspectorCommand;
import cn.doublerandom.registry.inspector.InspectorDetails;
import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.registry.inspector.InspectorEvent;
import cn.doublerandom.registry.inspector.InspectorStatus;
import cn.doublerandom.registry.inspector.Recusal;
import cn.doublerandom.servicekit.csv.CsvTable;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 执法检查人员名录库 and 回避. */
@Path("/api/v1")
@Tag(name = "inspectors", description = "执法检查人员名录库")
public class InspectorResource {
  private static final List<String> HEADS =
      List.of("编号", "姓名", "单位", "执法证号", "执法证有效期至", "专长", "状态");
  private static final List<String> RECUSAL_HEADS = List.of("执法人员编号", "检查对象编码", "回避原因");
  private static final Map<String, InspectorStatus> STATUSES =
      Map.of("在岗", InspectorStatus.ACTIVE, "离岗", InspectorStatus.LEFT);
  private static final Map<String, String> REASONS =
      Map.of(
          "申报利害关系", "DECLARED_INTEREST",
          "近亲属", "RELATIVE",
          "曾任职", "FORMER_EMPLOYER");

  @Inject CommandHandler<InspectorCommand, InspectorEvent, Inspector> inspectors;
  @Inject InspectorDirectory directory;
  @Inject PersonKeys people;
  @Inject Requests requests;

  /** A row before its name is sealed. */
  private record NamedRow(InspectorDetails details, String name) {
    NamedRow sealedAs(String sealed) {
      return new NamedRow(
          new InspectorDetails(
              details.id(),
              sealed,
              details.unit(),
              details.certificate(),
              details.certificateValidUntil(),
              details.skills(),
              details.status()),
          name);
    }
  }

  /** Why a name is to be made unreadable for ever. */
  public record Erasure(@NotBlank @Size(max = 1000) String reason) {}

  /** How far an erasure is: REQUESTED or ERASED. */
  public record ErasureState(String id, String state) {}

  private record RecusalRow(String inspector, Recusal recusal) {}

  /** An inspector as shown to those who may see names. */
  public record InspectorEntry(
      String id,
      String name,
      String unit,
      String certificate,
      LocalDate certificateValidUntil,
      List<String> skills,
      InspectorStatus status,
      List<Recusal> recusals) {}

  @POST
  @Path("/inspectors/imports")
  @Consumes("text/csv")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary = "Import inspectors, CSV with a header row; all rows or none; names are sealed")
  public Uni<ImportReport> load(byte[] file) {
    List<NamedRow> rows = CsvTable.read(file, HEADS, InspectorResource::row, r -> r.details().id());
    Map<String, String> names =
        rows.stream().collect(Collectors.toMap(r -> r.details().id(), NamedRow::name));
    return people
        .seal(names)
        .flatMap(sealed -> {
          refuseErased(rows, sealed);
          List<InspectorDetails> entries =
              rows.stream()
                  .map(r -> r.sealedAs(sealed.getOrDefault(r.details().id(), "")).details())
                  .toList();
          Map<String, InspectorCommand> commands = new LinkedHashMap<>();
          entries.forEach(e ->
              commands.put(
                  RegistryStreams.INSPECTOR + e.id(), new InspectorCommand.RegisterInspector(e)));
          return inspectors.handleAll(commands, requests.context(entries));
        })
        .map(outcomes -> ImportReport.of(rows.size(), outcomes.values()));
  }

  /** Whoever was erased got no key: the import must not bring the name back. */
  private static void refuseErased(List<NamedRow> rows, Map<String, String> sealed) {
    List<Problem.FieldError> errors = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!sealed.containsKey(rows.get(i).details().id())) {
        errors.add(
            new Problem.FieldError(
                "编号",
                i + 2,
                RegistryRejection.PERSON_ERASED.code(),
                RegistryRejection.PERSON_ERASED.text()));
      }
    }
    if (!errors.isEmpty()) {
      throw new ProblemException(EdgeRejection.FILE_REFUSED, errors, Map.of());
    }
  }

  @POST
  @Path("/inspectors/{id}/erasure")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Ask that the name of one who left be made unreadable for ever")
  public Uni<RestResponse<ErasureState>> requestErasure(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid Erasure body) {
    return inspectors
        .handle(
            RegistryStreams.INSPECTOR + id,
            new InspectorCommand.RequestErasure(body.reason(), requests.actor()),
            requests.context(body))
        .map(handled -> Answers.created(handled, state -> new ErasureState(id, "REQUESTED")));
  }

  @POST
  @Path("/inspectors/{id}/erasure/approval")
  @RolesAllowed(Roles.APPROVER)
  @Operation(summary = "Approve: the person's key is destroyed; nobody can undo this")
  public Uni<ErasureState> approveErasure(@PathParam("id") @Size(max = 64) String id) {
    return inspectors
        .load(RegistryStreams.INSPECTOR + id)
        .flatMap(loaded ->
            switch (loaded.state()) {
              case Inspector.Registered(var details, var recusals, var erasure)
                  when erasure.isPresent() ->
                  people.erase(
                      id,
                      erasure.get().reason(),
                      erasure.get().by(),
                      requests.context("erasure-approval"));
              case Inspector.Registered registered ->
                  throw new ProblemException(RegistryRejection.ERASURE_NOT_REQUESTED);
              case Inspector.Unregistered() ->
                  throw new ProblemException(RegistryRejection.INSPECTOR_UNKNOWN);
            })
        .map(outcome ->
            switch (outcome) {
              // Nobody: the key is gone already, which is what was asked.
              case ERASED, NOBODY -> new ErasureState(id, "ERASED");
              case OWN_REQUEST -> throw new ProblemException(RegistryRejection.ERASURE_OWN_REQUEST);
            });
  }

  private static NamedRow row(CsvTable.Row row) {
    return new NamedRow(
        new InspectorDetails(
            row.required("编号", 64),
            "",
            row.required("单位", 58),
            row.required("执法证号", 50),
            row.date("执法证有效期至"),
            row.list("专长", 500),
            row.oneOf("状态", STATUSES)),
        row.required("姓名", 50));
  }

  @POST
  @Path("/recusals/imports")
  @Consumes("text/csv")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Import recusals, CSV with a header row; all rows or none")
  public Uni<ImportReport> loadRecusals(byte[] file) {
    List<RecusalRow> rows =
        CsvTable.read(
            file,
            RECUSAL_HEADS,
            row ->
                new RecusalRow(
                    row.required("执法人员编号", 64),
                    new Recusal(row.required("检查对象编码", 64), row.oneOf("回避原因", REASONS))),
            r -> r.inspector() + " " + r.recusal().subject());
    Map<String, List<Recusal>> byInspector =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    RecusalRow::inspector,
                    LinkedHashMap::new,
                    Collectors.mapping(RecusalRow::recusal, Collectors.toList())));
    Map<String, InspectorCommand> commands = new LinkedHashMap<>();
    byInspector.forEach((id, recusals) ->
        commands.put(
            RegistryStreams.INSPECTOR + id, new InspectorCommand.DeclareConflicts(recusals)));
    return inspectors
        .handleAll(commands, requests.context(byInspector))
        .map(outcomes -> ImportReport.of(rows.size(), outcomes.values()));
  }

  @GET
  @Path("/inspectors")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "The register by number")
  public Uni<Page<InspectorEntry>> list(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(paging.afterKey(), paging.limit() + 1))
        .flatMap(rows ->
            people
                .open(
                    rows.stream()
                        .collect(
                            Collectors.toMap(e -> e.details().id(), e -> e.details().sealedName())))
                .map(names -> rows.stream().map(e -> entry(e, names)).toList()))
        .map(entries -> Page.of(entries, paging.limit(), InspectorEntry::id));
  }

  private static InspectorEntry entry(InspectorDirectory.Entry e, Map<String, String> names) {
    InspectorDetails d = e.details();
    return new InspectorEntry(
        d.id(),
        names.getOrDefault(d.id(), PersonKeys.ERASED),
        d.unit(),
        d.certificate(),
        d.certificateValidUntil(),
        d.skills(),
        d.status(),
        e.recusals());
  }
}
