package cn.doublerandom.publication.ui;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.Figures;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.publication.application.FoundResult;
import cn.doublerandom.publication.application.NoticeSearch;
import cn.doublerandom.publication.application.Overview;
import cn.doublerandom.publication.application.PlannedDraw;
import cn.doublerandom.publication.application.PublicFirms;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.servicekit.identity.EveryBureau;
import cn.doublerandom.servicekit.identity.PublicBureau;
import cn.doublerandom.servicekit.page.BureauPages;
import cn.doublerandom.servicekit.page.Moulded;
import cn.doublerandom.servicekit.page.Moulds;
import cn.doublerandom.servicekit.rest.Page;
import cn.doublerandom.servicekit.text.CodeText;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.ui.Desk;
import cn.doublerandom.servicekit.ui.Query;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** 查公示结果: who looks for a firm, without an account and without a script. */
@Path("/ui")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class SearchPages {
  private static final int LIMIT = 20;
  private static final int OK = 200;
  private static final int GONE = 410;
  private static final List<String> CODES =
      Arrays.stream(ResultCode.values()).map(ResultCode::code).toList();
  private static final List<Choice> CHINESE = codes(ResultCode::text);
  private static final List<Choice> ENGLISH = codes(ResultCode::english);

  /** Fields in which anything may be typed. */
  private static final List<String> TYPED = List.of("search", "task", "since", "until");

  @Inject
  @Location("portal/search.html")
  Template search;

  @Inject
  @Location("portal/firm.html")
  Template firm;

  @Inject
  @Location("portal/guide.html")
  Template guide;

  @Inject PublicFirms firms;
  @Inject Overview overview;
  @Inject BureauPages pages;
  @Inject KeptPages kept;
  @Inject EveryBureau every;
  @Inject Moulds moulds;
  @Inject FoundLines lines;
  @Inject Desk desk;
  @Inject Clock clock;

  @GET
  @Path("/search")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> search() {
    return kept.show(() -> pages.chosen("search", this::found));
  }

  private Uni<TemplateInstance> found() {
    Query query = desk.query();
    LocalDate since = query.day("since", LocalDate.EPOCH);
    LocalDate until = query.day("until", LocalDate.of(9999, 12, 31));
    query.inOrder(since, "until", until);
    var asked =
        new NoticeSearch.Asked(
            query.text("search").strip(),
            query.text("task").strip(),
            query.among("code", CODES),
            since.toString(),
            until.toString(),
            Page.keyAfter(query.after()));
    Uni<List<FoundResult>> rows =
        query.isRefused() ? Uni.createFrom().item(List.of()) : firms.found(asked, LIMIT + 1);
    return every
        .shown()
        .flatMap(bureau ->
            rows.map(some -> Page.of(some, LIMIT, NoticeSearch.Asked::place))
                .map(page ->
                    page(query, new Rows<>(page.items(), query.from(), -1, page.next()), bureau)));
  }

  /** What readers ask for, and what they find, is filled in: a flood asks for thousands. */
  private TemplateInstance page(Query query, Rows<FoundResult> rows, Optional<Bureau> bureau) {
    Moulded page = moulds.of(search);
    PageAddress here = desk.here();
    PageAddress first = here.without("after").without("from");
    String next = rows.next();
    page.data("query", form(query.form(), page))
        .data("path", page.open(here.path()))
        .data("codes", desk.readsEnglish() ? ENGLISH : CHINESE)
        .data("narrowed", query.isNarrowed())
        .data("nothing", rows.isEmpty())
        .data("refused", query.isRefused())
        .data("from", page.open(Figures.grouped(rows.from())))
        .data("to", page.open(Figures.grouped(rows.to())))
        .data("rows", page.openHtml(lines.html(rows, bureau)))
        .data("first", rows.from() > 1 ? page.open(first.toString()) : "")
        .data("next", next == null ? "" : page.open(after(here, next, rows.following())));
    return page;
  }

  private static String after(PageAddress here, String cursor, long from) {
    return here.with("after", cursor).with("from", from).toString();
  }

  /** The form as it was sent; which result was chosen changes the list it is chosen from. */
  private static FilledForm form(FilledForm sent, Moulded page) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    TYPED.forEach(field -> values.put(field, List.of(page.open(sent.value(field)))));
    values.put("code", CODES.stream().filter(sent.value("code")::equals).toList());
    return FilledForm.asked(values)
        .refused(
            sent.faults().stream()
                .map(fault -> new FilledForm.Fault(fault.field(), page.open(fault.text())))
                .toList(),
            false);
  }

  private static List<Choice> codes(Function<List<String>, String> words) {
    return CODES.stream().map(code -> new Choice(code, words.apply(List.of(code)))).toList();
  }

  /** The form of the search that asks for one subject leads to its page. */
  @GET
  @Path("/firms")
  @Operation(hidden = true)
  public RestResponse<Void> firmAsked(
      @QueryParam("code") @DefaultValue("") @Size(max = 64) String code) {
    String place =
        code.isBlank() ? PublicationPlaces.search() : PublicationPlaces.firm(CodeText.sought(code));
    return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER, null)
        .header(
            "Location",
            PageAddress.of(place)
                .with(PublicBureau.PARAMETER, desk.here().value(PublicBureau.PARAMETER))
                .toString())
        .build();
  }

  @GET
  @Path("/firms/{code}")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> firm(@PathParam("code") @Size(max = 64) String code) {
    AtomicBoolean isGone = new AtomicBoolean();
    return kept.show(
        () ->
            pages.chosen(
                "search",
                () ->
                    firms
                        .firm(CodeText.sought(code))
                        .invoke(found -> isGone.set(found.isGone()))
                        .map(found -> firm.data("firm", found))),
        () -> isGone.get() ? GONE : OK);
  }

  /** 流程、标准、后果、权利 (R49), with the numbers of this year. */
  @GET
  @Path("/guide")
  @Operation(hidden = true)
  public Uni<RestResponse<Buffer>> guide() {
    LocalDate today = BusinessClock.day(clock.instant());
    return kept.show(() -> pages.chosen("guide", () -> guide(today)));
  }

  private Uni<TemplateInstance> guide(LocalDate today) {
    int year = today.getYear();
    return overview
        .latest(year, today)
        .map(latest -> {
          NoticeBoard.Statistics figures = latest.year().figures();
          List<DrawNotice> draws =
              latest.draws().stream()
                  .map(PlannedDraw::draw)
                  .filter(DrawNotice::wasMade)
                  .filter(draw -> draw.executedOn().startsWith(year + "-"))
                  .toList();
          return guide
              .data("figures", figures)
              .data("draws", draws.size())
              .data("drawn", draws.stream().mapToLong(DrawNotice::drawn).sum())
              .data("due", figures.recorded() + figures.unrecorded() + figures.notHeld())
              .data(
                  "tasks",
                  latest.plans().stream()
                      .filter(plan -> plan.planKey().endsWith("-" + year))
                      .mapToInt(plan -> plan.tasks().size())
                      .sum());
        });
  }
}
