package cn.doublerandom.draw.plan.rest;

import cn.doublerandom.draw.PlanRejection;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanReading;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.application.PlanImports;
import cn.doublerandom.draw.plan.application.PlanPapers;
import cn.doublerandom.draw.plan.application.Plans;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Creates;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.TextGuard;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 年度抽查工作计划 as a document: read, shown, given back. */
@Path("/api/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans", description = "年度抽查工作计划")
public class PlanResource {
  private static final Pattern ANSWER =
      Pattern.compile("([0-9]{1,5})[|:]([^|:]{1,40})[|:](.{1,1000})", Pattern.DOTALL);

  @Inject Plans plans;
  @Inject PlanImports imports;
  @Inject Requests requests;
  @Inject PlanPapers documents;

  @POST
  @Creates(always = false)
  @Versioned
  @Conditional
  @Path("/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.DOCUMENT)
  @Consumes({
    "text/plain",
    "text/html",
    "text/csv",
    "text/tab-separated-values",
    "application/octet-stream",
    "application/vnd.ms-excel",
    "application/msword",
    "multipart/form-data",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  })
  @RolesAllowed(Roles.COORDINATOR)
  @Blocking
  @Operation(
      summary =
          "Import a plan table (xlsx, docx, html, csv or pasted text); dryRun shows rows, readings"
              + " and questions, answer=row|column|text answers one; the issuer is asked at row 0")
  public Uni<RestResponse<Object>> load(
      byte[] body,
      @QueryParam("dryRun") boolean dryRun,
      @QueryParam("replaces")
          @Parameter(description = "replace another draft of the bureau and year")
          boolean replaces,
      @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
      @QueryParam("answer") @Size(max = 500) List<String> answers)
      throws IOException {
    byte[] file = requests.file(body);
    PlanReading reading = imports.read(file, year, decisions(answers));
    if (dryRun) {
      return Uni.createFrom().item(RestResponse.ok(PlanViews.Preview.of(reading)));
    }
    PlanTable table = PlanImports.required(reading);
    CommandContext context = requests.context(hex(file));
    return plans
        .key(table)
        .flatMap(key ->
            plans
                .take(key, table, replaces, context)
                .map(handled ->
                    Answers.created(handled, plan -> (Object) PlanViews.state(key, plan))));
  }

  @POST
  @Creates
  @Versioned
  @Conditional
  @Path("/{planKey}/adjustments")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.DOCUMENT)
  @Consumes({
    "text/plain",
    "text/html",
    "text/csv",
    "text/tab-separated-values",
    "application/octet-stream",
    "application/vnd.ms-excel",
    "application/msword",
    "multipart/form-data",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  })
  @RolesAllowed(Roles.COORDINATOR)
  @Blocking
  @Operation(
      summary = "Propose an adjustment of a published plan: the whole table anew, and the reason")
  public Uni<RestResponse<PlanViews.PlanState>> adjust(
      @PathParam("planKey") @Size(max = 64) String planKey,
      @QueryParam("reason") @NotBlank @Size(max = 500) String reason,
      @QueryParam("answer") @Size(max = 500) List<String> answers,
      byte[] body)
      throws IOException {
    FieldRules.publicText("reason", reason);
    byte[] file = requests.file(body);
    PlanTable table = PlanImports.required(imports.read(file, null, decisions(answers)));
    return PlanAnswers.taken(
        planKey, imports.propose(planKey, table, reason, requests.context(hex(file))));
  }

  private static String hex(byte[] file) {
    return HexFormat.of().formatHex(file);
  }

  private static List<PlanTable.Decision> decisions(List<String> answers) {
    List<PlanTable.Decision> decisions = new ArrayList<>();
    for (String answer : answers) {
      Matcher parts = ANSWER.matcher(answer);
      if (!parts.matches() || TextGuard.offence(answer).isPresent()) {
        throw new ProblemException(
            PlanRejection.PLAN_TABLE_REFUSED,
            List.of(new Problem.FieldError("answer", null, "malformed", "应为 行|列|内容。")),
            Map.of());
      }
      decisions.add(
          new PlanTable.Decision(Integer.parseInt(parts.group(1)), parts.group(2), parts.group(3)));
    }
    return decisions;
  }

  @GET
  @Versioned
  @Path("/{planKey}")
  @PermitAll
  @Operation(summary = "A published plan")
  public Uni<RestResponse<PlanViews.PlanState>> one(
      @PathParam("planKey") @Size(max = 64) String planKey) {
    return plans
        .published(planKey)
        .map(loaded ->
            Answers.versioned(PlanViews.state(planKey, loaded.state()), loaded.version()));
  }

  @GET
  @Versioned
  @Path("/{planKey}/draft")
  @RolesAllowed({
    Roles.COORDINATOR,
    Roles.APPROVER,
    Roles.UNIT_LEAD,
    Roles.SUPERVISOR,
    Roles.AUDITOR
  })
  @Operation(summary = "A plan whether published or not")
  public Uni<RestResponse<PlanViews.PlanState>> draft(
      @PathParam("planKey") @Size(max = 64) String planKey) {
    return plans
        .any(planKey)
        .map(loaded ->
            Answers.versioned(PlanViews.state(planKey, loaded.state()), loaded.version()));
  }

  @GET
  @Path("/{planKey}/table.xlsx")
  @PermitAll
  @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  @Blocking
  @Operation(summary = "The published table as it was read, cell by cell")
  public Uni<byte[]> xlsx(@PathParam("planKey") @Size(max = 64) String planKey) {
    return document(planKey, PlanPapers.Form.XLSX);
  }

  @GET
  @Path("/{planKey}/table.docx")
  @PermitAll
  @Produces("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
  @Blocking
  @Operation(summary = "The published table as it was read, cell by cell")
  public Uni<byte[]> docx(@PathParam("planKey") @Size(max = 64) String planKey) {
    return document(planKey, PlanPapers.Form.DOCX);
  }

  @GET
  @Path("/{planKey}/table.html")
  @PermitAll
  @Produces("text/html;charset=UTF-8")
  @Operation(summary = "The published table as it was read, cell by cell")
  public Uni<String> html(@PathParam("planKey") @Size(max = 64) String planKey) {
    return plans.published(planKey).map(PlanResource::table).map(documents::html);
  }

  private Uni<byte[]> document(String planKey, PlanPapers.Form form) {
    return plans
        .published(planKey)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(Unchecked.function(plan -> documents.of(planKey, plan.version(), table(plan), form)));
  }

  private static PlanTable table(CommandHandler.Loaded<AnnualPlan> plan) {
    return plan.state().says().orElseThrow().table();
  }
}
