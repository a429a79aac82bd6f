package cn.doublerandom.registry.rest;

import cn.doublerandom.bureau.figures.Standing;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.application.Subjects;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Period;
import cn.doublerandom.registry.subject.RiskSource;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.text.SearchKey;
import cn.doublerandom.servicekit.text.TextGuard;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 检查对象名录库. */
@Path("/api/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subjects", description = "检查对象名录库")
public class SubjectResource {
  private static final int MIN_FRAGMENT = 2;

  @Inject Subjects subjects;
  @Inject SubjectDirectory directory;
  @Inject Requests requests;
  @Inject SecurityIdentity identity;

  /**
   * An entry with what became of it.
   *
   * @param mergedInto absent where it stands for itself
   * @param risk where the class comes from; absent where nobody said
   */
  public record History(
      SubjectDetails details,
      @Nullable String mergedInto,
      @Nullable RiskSource risk,
      List<Period> periods) {}

  /**
   * Who was in scope on a day.
   *
   * @param kinds that were counted
   * @param states in which they were counted
   */
  public record InScope(
      LocalDate on,
      List<SubjectKind> kinds,
      List<String> states,
      long count,
      List<String> subjects,
      @Nullable String next) {}

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR,
    Roles.PLATFORM
  })
  @Operation(
      summary =
          "The register by id; ?search= finds a fragment of the name or a code; ?asOf= asks for"
              + " status, class and labels of another day than today; ?kind=, ?label=, ?status=,"
              + " ?riskClass= and ?region= narrow it to who was so on that day")
  public Uni<Page<SubjectDetails>> list(
      @BeanParam @Valid Paging paging,
      @QueryParam("search") @DefaultValue("") @Size(max = 100) String search,
      @QueryParam("asOf") @Nullable LocalDate asOf,
      @QueryParam("kind") Optional<SubjectKind> kind,
      @QueryParam("label") @DefaultValue("") @Size(max = 100) String label,
      @QueryParam("status") Optional<SubjectStatus> status,
      @QueryParam("riskClass") Optional<CreditRiskClass> riskClass,
      @QueryParam("region")
          @DefaultValue("")
          @Pattern(regexp = "([0-9]{2}){0,3}", message = "{words.region}")
          String region) {
    LocalDate day = asOf == null ? today() : asOf;
    String fragment = TextGuard.visible(search);
    String key = SearchKey.of(fragment);
    if (!search.isEmpty() && key.codePointCount(0, key.length()) < MIN_FRAGMENT) {
      throw new ProblemException(RegistryRejection.FRAGMENT_TOO_SHORT);
    }
    var asked =
        new SubjectDirectory.Query(
            day, fragment, kind, label, status, riskClass, region, SubjectDirectory.Order.BY_ID);
    return Uni.createFrom()
        .completionStage(() -> rows(asked, paging.afterKey(), paging.limit() + 1))
        .map(rows ->
            Page.of(
                rows.stream().map(e -> e.asOf(day).shown()).toList(),
                paging.limit(),
                SubjectDetails::id));
  }

  private CompletionStage<List<SubjectDirectory.Entry>> rows(
      SubjectDirectory.Query asked, String after, int limit) {
    if (asked.isNarrowed()) {
      return directory.found(asked, new SubjectDirectory.Place("", after), limit);
    }
    return asked.text().isEmpty()
        ? directory.page(after, limit)
        : directory.search(asked.text(), after, limit);
  }

  @GET
  @Path("/scope")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "Who was in scope on a day, as the register knows it now")
  public Uni<InScope> scope(
      @QueryParam("on") @NotNull LocalDate on,
      @QueryParam("kind") Optional<SubjectKind> kind,
      @QueryParam("label") @Size(max = 20) List<@Size(max = 100) String> labels,
      @QueryParam("riskClass") @Size(max = 5) List<CreditRiskClass> riskClasses,
      @QueryParam("region")
          @DefaultValue("")
          @Pattern(regexp = "([0-9]{2}){0,3}", message = "{words.region}")
          String region,
      @QueryParam("industry")
          @DefaultValue("")
          @Pattern(regexp = "[0-9]{0,4}", message = "{words.industry}")
          String industry,
      @QueryParam("keyField") @DefaultValue("") @Size(max = 100) String keyField,
      @BeanParam @Valid Paging paging) {
    var scope =
        new SubjectDirectory.Scope(on, kind, labels, riskClasses, region, industry, keyField);
    return Uni.createFrom()
        .completionStage(() -> directory.inScope(scope, paging.afterKey(), paging.limit() + 1))
        .map(found -> {
          Page<String> page = Page.of(found.ids(), paging.limit(), id -> id);
          return new InScope(
              on,
              kind.map(List::of).orElse(List.of(SubjectKind.values())),
              List.of(Standing.COUNTED),
              found.count(),
              page.items(),
              page.next());
        });
  }

  @GET
  @Path("/look-alikes")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(summary = "Entries of one name and kind, at most 100 groups: probably duplicates")
  public Uni<List<List<String>>> lookAlikes() {
    return Uni.createFrom().completionStage(() -> directory.lookAlikes(100));
  }

  @GET
  @Versioned
  @Path("/{id}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.AUDITOR,
    Roles.SUPERVISOR,
    Roles.PLATFORM
  })
  @Operation(
      summary =
          "One subject as it stands today and what of it waits for another person, with the"
              + " version of its stream as ETag")
  public Uni<RestResponse<ChangedSubject>> one(@PathParam("id") @Size(max = 64) String id) {
    return subjects
        .one(id, identity.hasRole(Roles.REGISTRAR), today())
        .map(shown ->
            Answers.versioned(
                ChangedSubject.of(shown.details(), shown.subject()), shown.version()));
  }

  @GET
  @Path("/{id}/history")
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "What was true of a subject and when, and what is known of days to come")
  public Uni<History> history(@PathParam("id") @Size(max = 64) String id) {
    return Uni.createFrom()
        .completionStage(() ->
            directory
                .find(id)
                .thenCompose(found ->
                    directory.periods(id).thenApply(periods -> history(found, periods, today()))));
  }

  private static History history(
      Optional<SubjectDirectory.Entry> found, List<Period> periods, LocalDate today) {
    SubjectDirectory.Entry entry =
        found.orElseThrow(() -> new ProblemException(RegistryRejection.SUBJECT_UNKNOWN));
    return new History(
        entry.asOf(today).shown(),
        entry.mergedInto().isEmpty() ? null : entry.mergedInto(),
        entry.risk(),
        periods);
  }

  private LocalDate today() {
    return BusinessClock.day(requests.now());
  }
}
