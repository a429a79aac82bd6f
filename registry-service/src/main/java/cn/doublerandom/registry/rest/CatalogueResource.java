package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Reading;
import cn.doublerandom.registry.catalogue.Catalogue;
import cn.doublerandom.registry.catalogue.CatalogueCommand;
import cn.doublerandom.registry.catalogue.CatalogueDiff;
import cn.doublerandom.registry.catalogue.CatalogueEvent;
import cn.doublerandom.registry.item.InspectionItem;
import cn.doublerandom.registry.item.ItemCommand;
import cn.doublerandom.registry.item.ItemDetails;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.item.ItemEvent;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.openapi.Conditional;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.Answers;
import cn.doublerandom.servicekit.rest.BodyLimits;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.rest.InTurn;
import cn.doublerandom.servicekit.rest.MediaTypes;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.time.BusinessClock;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** 随机抽查事项清单 by version. */
@Path("/api/v1/catalogues/{version}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "catalogues", description = "省级事项清单各版本")
public class CatalogueResource {
  private static final String VERSION = "[A-Za-z0-9._-]{1,40}";
  private static final int MAX_ITEMS = 5_000;
  private static final int PAGE = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Inject CommandHandler<CatalogueCommand, CatalogueEvent, Catalogue> catalogues;
  @Inject CommandHandler<ItemCommand, ItemEvent, InspectionItem> items;
  @Inject ItemDirectory directory;
  @Inject KeptStates<Catalogue> known;
  @Inject Requests requests;

  /**
   * What a version did to the list.
   *
   * @param superseded codes it no longer lists
   * @param notes what of the table was taken otherwise than it stands, or left out
   */
  public record Imported(
      String version,
      int items,
      List<String> superseded,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.FieldError> notes) {}

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
  @Operation(
      summary = "Import a version of the master catalogue; what it no longer lists is superseded",
      description =
          "Refused whole, 409 `item-claimed` with the codes, where it leaves out a claimed item or changes"
              + " field, method, basis, level or category of one: two people release it first.")
  public Imported load(
      @PathParam("version") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String version,
      @QueryParam("issuer") @NotBlank @Size(max = 200) String issuer,
      @QueryParam("issuedOn") @NotNull LocalDate issuedOn,
      File file)
      throws IOException {
    FieldRules.past("issuedOn", issuedOn, BusinessClock.day(requests.now()));
    FieldRules.noResident("issuer", issuer);
    FieldRules.noResident("version", version);
    Table.Content<ItemDetails> content = ItemTable.TABLE.required(requests.file(file));
    List<ItemDetails> listed =
        content.rows().values().stream().sorted(Comparator.comparing(ItemDetails::code)).toList();
    if (listed.size() > MAX_ITEMS) {
      throw Table.refusal(
          List.of(new RowFault(0, "", "too-many-rows", "一版清单最多 " + MAX_ITEMS + " 项。")), 1);
    }
    var issued = new Catalogue.Issued(version, issuer, issuedOn, listed);
    requireUnclaimed(issued);
    Answers.require(
        catalogues
            .handle(
                RegistryStreams.CATALOGUE + version,
                new CatalogueCommand.Import(issued),
                requests.context(issued).withoutKey())
            .await()
            .atMost(PATIENCE));
    return applied(
        issued, content.notes().stream().limit(Table.MAX_TOLD).map(RowFault::asError).toList());
  }

  /** Repeating it changes nothing, so that an import that broke off is simply made again. */
  private Imported applied(Catalogue.Issued issued, List<Problem.FieldError> notes) {
    Map<String, ItemCommand> commands = commands(issued);
    items
        .handleAll(commands, requests.context(issued.version()).withoutKey())
        .await()
        .atMost(PATIENCE)
        .values()
        .forEach(Answers::require);
    return new Imported(issued.version(), issued.items().size(), superseded(issued), notes);
  }

  /** Nothing is issued that takes from an office what it claimed: two release it first. */
  private void requireUnclaimed(Catalogue.Issued issued) {
    Map<String, Handled<ItemEvent, InspectionItem>> outcomes =
        items.wouldHandleAll(commands(issued)).await().atMost(PATIENCE);
    List<String> claimed =
        outcomes.entrySet().stream()
            .filter(e ->
                e.getValue() instanceof Handled.Refused<ItemEvent, InspectionItem> refused
                    && refused.rejection() == RegistryRejection.ITEM_CLAIMED)
            .map(e -> RegistryStreams.id(e.getKey()))
            .sorted()
            .toList();
    if (!claimed.isEmpty()) {
      throw new ProblemException(
          RegistryRejection.ITEM_CLAIMED, List.of(), Map.of("items", claimed));
    }
  }

  private Map<String, ItemCommand> commands(Catalogue.Issued issued) {
    Map<String, ItemCommand> commands = new LinkedHashMap<>();
    issued
        .items()
        .forEach(item ->
            commands.put(RegistryStreams.ITEM + item.code(), new ItemCommand.ListItem(item)));
    superseded(issued)
        .forEach(code ->
            commands.put(
                RegistryStreams.ITEM + code, new ItemCommand.SupersedeItem(issued.version())));
    return commands;
  }

  /** Codes the register has and the version does not list, ascending. */
  private List<String> superseded(Catalogue.Issued issued) {
    Set<String> codes = issued.items().stream().map(ItemDetails::code).collect(Collectors.toSet());
    return everything().stream()
        .filter(known -> known.supersededBy().isEmpty())
        .map(known -> known.details().code())
        .filter(code -> !codes.contains(code))
        .sorted()
        .toList();
  }

  private List<ItemDirectory.Entry> everything() {
    List<ItemDirectory.Entry> all = new ArrayList<>();
    String after = "";
    while (true) {
      String last = after;
      List<ItemDirectory.Entry> page = Reading.await(() -> directory.page(last, PAGE));
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      after = page.getLast().details().code();
    }
  }

  @GET
  @PermitAll
  @Operation(summary = "A version as it was issued")
  public Uni<Catalogue.Issued> one(
      @PathParam("version") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String version) {
    return issued(version);
  }

  @GET
  @Path("/diff/{other}")
  @PermitAll
  @Operation(summary = "What changed from this version to the other")
  public Uni<CatalogueDiff> diff(
      @PathParam("version") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String version,
      @PathParam("other") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String other) {
    return issued(version)
        .flatMap(before -> issued(other).map(after -> CatalogueDiff.between(before, after)));
  }

  /**
   * A version beside what offices claimed.
   *
   * @param unclaimed codes nobody claimed
   * @param notListed claimed codes the version does not list
   */
  public record ClaimDiff(String version, List<String> unclaimed, List<String> notListed) {}

  @GET
  @Path("/claims")
  @Blocking
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR, Roles.AUDITOR})
  @Operation(summary = "A version beside what was claimed")
  public ClaimDiff claims(
      @PathParam("version") @Pattern(regexp = VERSION, message = "{words.catalogue-version}")
          String version) {
    Catalogue.Issued issued = issued(version).await().atMost(PATIENCE);
    Set<String> claimed =
        everything().stream()
            .filter(e -> !e.claimedBy().isEmpty())
            .map(e -> e.details().code())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> listed =
        issued.items().stream()
            .map(ItemDetails::code)
            .collect(Collectors.toCollection(TreeSet::new));
    return new ClaimDiff(
        version,
        listed.stream().filter(code -> !claimed.contains(code)).toList(),
        claimed.stream().filter(code -> !listed.contains(code)).toList());
  }

  private Uni<Catalogue.Issued> issued(String version) {
    return known
        .of(RegistryStreams.CATALOGUE + version)
        .map(loaded ->
            switch (loaded.state()) {
              case Catalogue.Issued issued -> issued;
              case Catalogue.Unknown() ->
                  throw new ProblemException(RegistryRejection.CATALOGUE_UNKNOWN);
            });
  }
}
