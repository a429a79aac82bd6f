package cn.doublerandom.registry.ui;

import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.application.Catalogues;
import cn.doublerandom.registry.application.ItemStory;
import cn.doublerandom.registry.application.Items;
import cn.doublerandom.registry.application.Offices;
import cn.doublerandom.registry.catalogue.CatalogueDiff;
import cn.doublerandom.registry.item.ItemDirectory;
import cn.doublerandom.registry.rest.ItemResource.Claim;
import cn.doublerandom.registry.rest.ItemResource.Release;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.rest.FieldRules;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Forms;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 抽查事项清单: the list, one item with its claim, and what two versions of the catalogue differ in. */
@Path("/ui/items")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ItemPages {
  private static final int LIMIT = 50;

  @Inject
  @Location("registry/items.html")
  Template listPage;

  @Inject
  @Location("registry/item.html")
  Template onePage;

  @Inject
  @Location("registry/catalogues.html")
  Template cataloguesPage;

  @Inject Desk desk;
  @Inject Items items;
  @Inject ItemStory story;
  @Inject Offices offices;
  @Inject Catalogues catalogues;
  @Inject SecurityIdentity identity;

  /** Where an item stands. */
  enum Claimed {
    CLAIMED,
    UNCLAIMED,
    SUPERSEDED;

    static Claimed of(ItemDirectory.Entry entry) {
      if (!entry.supersededBy().isEmpty()) {
        return SUPERSEDED;
      }
      return entry.claimedBy().isEmpty() ? UNCLAIMED : CLAIMED;
    }
  }

  @GET
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> list() {
    Query query = desk.query();
    String text = query.text("search").toUpperCase(Locale.ROOT);
    var claimed = query.word("claimed", Claimed.class);
    return desk.show(
        items
            .everything()
            .map(all ->
                all.stream()
                    .filter(one ->
                        one.details().code().toUpperCase(Locale.ROOT).contains(text)
                            || one.details().name().toUpperCase(Locale.ROOT).contains(text))
                    .filter(one -> claimed.map(c -> c == Claimed.of(one)).orElse(true))
                    .toList())
            .map(found -> page(query, found)));
  }

  private TemplateInstance page(Query query, List<ItemDirectory.Entry> found) {
    ItemWords words = desk.words(ItemWords.class);
    int from = Math.min(query.from(), Math.max(1, found.size()));
    int to = Math.min(found.size(), from - 1 + LIMIT);
    return listPage
        .data("query", query.form())
        .data("narrowed", query.isNarrowed())
        .data("mayImport", identity.hasRole(Roles.REGISTRAR))
        .data(
            "claims",
            List.of(
                new Choice(Claimed.CLAIMED.name(), words.claimed()),
                new Choice(Claimed.UNCLAIMED.name(), words.unclaimed()),
                new Choice(Claimed.SUPERSEDED.name(), words.superseded())))
        .data(
            "rows",
            new Rows<>(
                found.subList(Math.max(0, from - 1), to),
                from,
                found.size(),
                to < found.size() ? String.valueOf(to) : null));
  }

  /**
   * What two versions differ in, as {@code GET /api/v1/catalogues/{version}/diff/{other}} has it.
   */
  @GET
  @Path("/catalogues")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> catalogues() {
    Query query = desk.query();
    String before = query.text("before");
    String after = query.text("after");
    TemplateInstance page =
        cataloguesPage.data("query", query.form()).data("before", before).data("after", after);
    return desk.show(
        before.isEmpty() || after.isEmpty()
            ? Uni.createFrom().item(page.data("diff", null))
            : catalogues
                .issued(before)
                .flatMap(
                    old -> catalogues.issued(after).map(now -> CatalogueDiff.between(old, now)))
                .map(diff -> page.data("diff", diff)));
  }

  @GET
  @Path("/{code}")
  @RolesAllowed({
    Roles.REGISTRAR,
    Roles.COORDINATOR,
    Roles.LEGAL_REVIEWER,
    Roles.AUDITOR,
    Roles.SUPERVISOR
  })
  @Operation(hidden = true)
  public Uni<RestResponse<String>> one(@PathParam("code") @Size(max = 64) String code) {
    return desk.show(one(code, desk.forms().blank()));
  }

  @POST
  @Path("/{code}/claim")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> claim(
      @PathParam("code") @Size(max = 64) String code, byte[] body) {
    return desk.act(
        body,
        form -> {
          Claim claim = form.as(Claim.class);
          FieldRules.unit("unit", claim.unit());
          return items.claim(code, claim.unit(), form.context(claim));
        },
        done -> Desk.seen(RegistryPlaces.item(code), RegistryStreams.ITEM.of(code), done.version()),
        form -> one(code, form));
  }

  @POST
  @Path("/{code}/release")
  @Consumes(Forms.FIELDS)
  @RolesAllowed({Roles.REGISTRAR, Roles.COORDINATOR})
  @Operation(hidden = true)
  public Uni<RestResponse<String>> release(
      @PathParam("code") @Size(max = 64) String code, byte[] body) {
    return desk.act(
        body,
        form -> {
          Release release = form.as(Release.class);
          return items.release(code, release.reason(), form.context(release));
        },
        done -> Desk.seen(RegistryPlaces.item(code), RegistryStreams.ITEM.of(code), done.version()),
        form -> one(code, form));
  }

  private Uni<TemplateInstance> one(String code, FilledForm form) {
    return items
        .one(code)
        .flatMap(loaded ->
            items
                .listed(code)
                .map(found ->
                    found.orElseThrow(() -> new ProblemException(RegistryRejection.ITEM_UNKNOWN)))
                .flatMap(entry ->
                    story
                        .of(code)
                        .map(told ->
                            page(entry, told, form.over(Long.toString(loaded.version()), Map.of())))
                        .flatMap(page ->
                            offices
                                .covering(entry.details())
                                .map(units ->
                                    page.data("claimers", choices(units, form.value("unit")))))));
  }

  /** What was typed before somebody could be chosen stays. */
  private static List<Choice> choices(List<String> units, String typed) {
    return units.isEmpty()
        ? List.of()
        : Stream.concat(units.stream(), Stream.of(typed).filter(one -> !one.isEmpty()))
            .distinct()
            .map(unit -> new Choice(unit, unit))
            .toList();
  }

  private TemplateInstance page(
      ItemDirectory.Entry entry, List<ItemStory.Happened> told, FilledForm form) {
    Claimed claimed = Claimed.of(entry);
    boolean mayChange = identity.hasRole(Roles.REGISTRAR) || identity.hasRole(Roles.COORDINATOR);
    return onePage
        .data("entry", entry)
        .data("item", entry.details())
        .data("former", FormerChecklists.of(told))
        .data(
            "entries",
            ItemTimeline.of(
                told,
                desk.words(ItemWords.class),
                desk.words(RegistryWords.class),
                desk.readsEnglish() ? "; " : "；"))
        .data("mayChange", mayChange)
        .data("mayClaim", mayChange && claimed == Claimed.UNCLAIMED)
        .data("mayRelease", mayChange && claimed == Claimed.CLAIMED && entry.releaseWaits() == null)
        .data("form", form);
  }
}
