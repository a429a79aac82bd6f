package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.People;
import cn.doublerandom.registry.expert.Expert;
import cn.doublerandom.registry.expert.ExpertCommand;
import cn.doublerandom.registry.expert.ExpertDetails;
import cn.doublerandom.registry.expert.ExpertDirectory;
import cn.doublerandom.registry.expert.ExpertEvent;
import cn.doublerandom.registry.person.PersonText;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.openapi.Versioned;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.rest.Paging;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableRow;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.common.annotation.Blocking;
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
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** 专家库. */
@Path("/api/v1/experts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "experts", description = "专家库")
public class ExpertResource {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Map<String, ExpertDetails.Kind> KINDS =
      Map.of("专业人员", ExpertDetails.Kind.PERSON, "专业机构", ExpertDetails.Kind.BODY);

  private static final Table<Named> TABLE =
      new Table<>(
          List.of("编号", "类别", "名称", "专业领域", "委托机关", "委托书文号", "委托自", "委托至"),
          ExpertResource::row,
          named -> named.details().id());

  @Inject CommandHandler<ExpertCommand, ExpertEvent, Expert> experts;
  @Inject ExpertDirectory directory;
  @Inject PersonKeys people;
  @Inject Imports imports;
  @Inject Requests requests;

  private record Named(ExpertDetails details, String name) {}

  /**
   * Why an expert leaves the pool.
   *
   * @param effective first day outside it; today where nothing is said
   */
  public record Withdrawal(
      @NotBlank @Size(max = 500) String reason,
      @Nullable @Schema(examples = "2023-12-01") LocalDate effective) {}

  /**
   * An expert as shown to those who may see names.
   *
   * @param entrusted whether the entrustment holds on the day asked for and was not withdrawn
   */
  public record ExpertEntry(
      String id,
      ExpertDetails.Kind kind,
      String name,
      List<String> fields,
      String principal,
      String document,
      LocalDate validFrom,
      LocalDate validUntil,
      boolean entrusted) {}

  private static Named row(TableRow row) {
    var details =
        new ExpertDetails(
            CodeRules.own(row, "编号", 57),
            row.oneOf("类别", KINDS),
            "",
            row.list("专业领域", 500),
            row.required("委托机关", 200),
            row.documentNumber("委托书文号", 100),
            row.date("委托自"),
            row.date("委托至"));
    return new Named(details, CodeRules.name(row, "名称", 200));
  }

  @POST
  @Conditional
  @Path("/imports")
  @InTurn
  @Extension(name = BodyLimits.MOST_BYTES, value = BodyLimits.SMALL_TABLE)
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
  @Operation(summary = "Import experts and entrusted bodies; names of persons are sealed")
  public ImportReport load(File file, @BeanParam ImportOptions options) throws IOException {
    return imports.take(file, options, new Imports.Target<>(TABLE, this::asked, experts));
  }

  private Imports.Asked<ExpertCommand> asked(Map<Integer, Named> rows) {
    Map<Person, String> names =
        rows.values().stream()
            .filter(r -> r.details().kind() == ExpertDetails.Kind.PERSON)
            .collect(Collectors.toMap(r -> People.expert(r.details().id()), Named::name));
    Map<Person, String> sealed =
        names.isEmpty() ? Map.of() : people.seal(names).await().atMost(PATIENCE);
    LocalDate today = BusinessClock.day(requests.now());
    Map<String, ExpertCommand> commands = new LinkedHashMap<>();
    Map<String, List<Integer>> asking = new LinkedHashMap<>();
    List<RowFault> refused = new ArrayList<>();
    rows.forEach((number, row) -> {
      String stream = RegistryStreams.EXPERT + row.details().id();
      Person person = People.expert(row.details().id());
      String name = names.containsKey(person) ? sealed.get(person) : row.name();
      if (name == null) {
        refused.add(Imports.erased(number, "编号"));
      } else {
        commands.put(
            stream, new ExpertCommand.RegisterExpert(row.details().withSealedName(name), today));
        asking.put(stream, List.of(number));
      }
    });
    return new Imports.Asked<>(commands, asking, refused);
  }

  @POST
  @Versioned
  @Conditional
  @Path("/{id}/withdrawal")
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Take an expert out of the pool; the history stays")
  public Uni<RestResponse<Withdrawal>> withdraw(
      @PathParam("id") @Size(max = 57) String id, @NotNull @Valid Withdrawal withdrawal) {
    return experts
        .handle(
            RegistryStreams.EXPERT + id,
            new ExpertCommand.WithdrawExpert(
                withdrawal.reason(),
                withdrawal.effective() == null
                    ? BusinessClock.day(requests.now())
                    : withdrawal.effective()),
            requests.context(withdrawal))
        .map(handled -> Answers.ok(handled, state -> withdrawal));
  }

  @GET
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR, Roles.SUPERVISOR})
  @Operation(summary = "The pool by number, as of today or of the day ?asOf= names")
  public Uni<Page<ExpertEntry>> list(
      @BeanParam @Valid Paging paging, @QueryParam("asOf") @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? BusinessClock.day(requests.now()) : asOf;
    return Uni.createFrom()
        .completionStage(() -> directory.page(paging.afterKey(), paging.limit() + 1))
        .flatMap(rows ->
            people
                .open(
                    rows.stream()
                        .map(ExpertDirectory.Entry::details)
                        .filter(d -> d.kind() == ExpertDetails.Kind.PERSON)
                        .collect(
                            Collectors.toMap(
                                d -> People.expert(d.id()), ExpertDetails::sealedName)))
                .map(names -> rows.stream().map(e -> entry(e, names, day)).toList()))
        .map(entries -> Page.of(entries, paging.limit(), ExpertEntry::id));
  }

  private static String masked(String opened) {
    return PersonKeys.isGone(opened) ? opened : PersonText.masked(opened);
  }

  private static ExpertEntry entry(
      ExpertDirectory.Entry e, Map<Person, String> names, LocalDate day) {
    ExpertDetails d = e.details();
    return new ExpertEntry(
        d.id(),
        d.kind(),
        d.kind() == ExpertDetails.Kind.PERSON
            ? masked(names.getOrDefault(People.expert(d.id()), PersonKeys.ERASED))
            : d.sealedName(),
        d.fields(),
        d.principal(),
        d.document(),
        d.validFrom(),
        d.validUntil(),
        e.isEntrusted(day));
  }
}
