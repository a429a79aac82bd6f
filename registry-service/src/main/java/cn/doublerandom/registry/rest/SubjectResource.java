package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.registry.subject.UnifiedSocialCreditCode;
import cn.doublerandom.servicekit.csv.CsvTable;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** 检查对象名录库. */
@Path("/api/v1/subjects")
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectResource {
  private static final String ENTERPRISE = "企业";
  private static final List<String> HEADS =
      List.of("编码", "名称", "类别", "监管标签", "信用风险等级", "登记状态", "登记机关", "成立日期", "住所");
  private static final Map<String, SubjectKind> KINDS =
      Map.of(ENTERPRISE, SubjectKind.ENTERPRISE, "项目", SubjectKind.PROJECT);
  private static final Map<String, SubjectStatus> STATUSES =
      Map.of(
          "存续", SubjectStatus.ACTIVE,
          "停业", SubjectStatus.SUSPENDED,
          "注销", SubjectStatus.CANCELLED,
          "迁出", SubjectStatus.MOVED_OUT);
  private static final Map<String, CreditRiskClass> CLASSES =
      Map.of(
          "A", CreditRiskClass.A,
          "B", CreditRiskClass.B,
          "C", CreditRiskClass.C,
          "D", CreditRiskClass.D,
          "未分类", CreditRiskClass.NONE);

  @Inject CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects;
  @Inject SubjectDirectory directory;
  @Inject Requests requests;

  /** A change of status with its reason and first day. */
  public record StatusChange(
      @NotNull @Schema(examples = "SUSPENDED") SubjectStatus status,
      @NotNull @Size(max = 500) @Schema(examples = "企业申请停业") String reason,
      @NotNull @Schema(examples = "2023-03-01") LocalDate effective) {}

  @POST
  @Path("/imports")
  @Consumes("text/csv")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Import enterprises and projects, CSV with a header row; all rows or none")
  public Uni<ImportReport> load(byte[] file) {
    List<SubjectDetails> rows =
        CsvTable.read(file, HEADS, SubjectResource::row, SubjectDetails::id);
    Map<String, SubjectCommand> commands = new LinkedHashMap<>();
    rows.forEach(
        r -> commands.put(RegistryStreams.SUBJECT + r.id(), new SubjectCommand.RegisterSubject(r)));
    return subjects
        .handleAll(commands, requests.context(rows))
        .map(outcomes -> ImportReport.of(rows.size(), outcomes.values()));
  }

  private static SubjectDetails row(CsvTable.Row row) {
    SubjectKind kind = row.oneOf("类别", KINDS);
    String id = row.required("编码", 64);
    boolean isSaidToBeEnterprise = row.text("类别", 100).equals(ENTERPRISE);
    if (isSaidToBeEnterprise && !id.isEmpty()) {
      UnifiedSocialCreditCode.fault(id)
          .ifPresent(fault -> row.fault("编码", "credit-code-" + fault.position(), fault.text()));
    }
    return new SubjectDetails(
        id,
        row.required("名称", 200),
        kind,
        row.list("监管标签", 500),
        row.oneOf("信用风险等级", CLASSES),
        row.oneOf("登记状态", STATUSES),
        row.required("登记机关", 200),
        row.date("成立日期"),
        row.text("住所", 500));
  }

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR,
    Roles.PLATFORM
  })
  @Operation(summary = "The register by id")
  public Uni<Page<SubjectDetails>> list(@BeanParam @Valid Paging paging) {
    return Uni.createFrom()
        .completionStage(() -> directory.page(paging.afterKey(), paging.limit() + 1))
        .map(rows -> Page.of(rows, paging.limit(), SubjectDetails::id));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR,
    Roles.PLATFORM
  })
  @Operation(summary = "One subject, with the version of its stream as ETag")
  public Uni<RestResponse<SubjectDetails>> one(@PathParam("id") @Size(max = 64) String id) {
    return subjects
        .load(RegistryStreams.SUBJECT + id)
        .map(loaded -> Answers.versioned(details(loaded.state()), loaded.version()));
  }

  @POST
  @Path("/{id}/status")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Change the status with a reason and an effective date")
  public Uni<RestResponse<SubjectDetails>> change(
      @PathParam("id") @Size(max = 64) String id, @NotNull @Valid StatusChange change) {
    var command =
        new SubjectCommand.ChangeStatus(change.status(), change.reason(), change.effective());
    return subjects
        .handle(RegistryStreams.SUBJECT + id, command, requests.context(change))
        .map(handled -> Answers.ok(handled, SubjectResource::details));
  }

  private static SubjectDetails details(Subject subject) {
    return switch (subject) {
      case Subject.Registered(var details) -> details;
      case Subject.Unregistered() -> throw new ProblemException(RegistryRejection.SUBJECT_UNKNOWN);
    };
  }
}
