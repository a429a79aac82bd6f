package cn.doublerandom.publication.ui;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.pagekit.Rows;
import cn.doublerandom.publication.application.FoundResult;
import cn.doublerandom.servicekit.page.Moulded;
import cn.doublerandom.servicekit.page.Moulds;
import cn.doublerandom.servicekit.ui.Desk;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** The rows of the search of results: one differs from the next by its words, and how it stands. */
@ApplicationScoped
class FoundLines {
  private final Moulds moulds;
  private final Template line;
  private final Desk desk;

  @Inject
  FoundLines(Moulds moulds, @Location("portal/search-line.html") Template line, Desk desk) {
    this.moulds = moulds;
    this.line = line;
    this.desk = desk;
  }

  /**
   * All of a page.
   *
   * @param bureau whose page it is, where several are served
   */
  String html(Rows<FoundResult> rows, Optional<Bureau> bureau) {
    String named = bureau.map(one -> one.key().text()).orElse("");
    boolean english = desk.readsEnglish();
    Locale locale = desk.locale();
    StringBuilder html = new StringBuilder();
    long number = rows.from();
    for (FoundResult one : rows.items()) {
      Moulded row = moulds.of(line);
      row.data("number", row.open(Long.toString(number)))
          .data("result", row.open(one.id()))
          .data("name", row.open(one.subjectName()))
          .data("firm", row.open(one.subjectId()))
          .data("draw", row.open(one.drawId()))
          .data("task", row.open(one.taskName().isEmpty() ? one.drawId() : one.taskName()))
          .data("codes", row.open(said(one, english)))
          .data("on", row.open(one.on()))
          .data("state", one.state().name())
          .data("over", one.state().isOver())
          .data("bureau", named)
          .setLocale(locale);
      row.writeTo(html);
      number++;
    }
    return html.toString();
  }

  private static String said(FoundResult one, boolean english) {
    return english ? ResultCode.english(one.codes()) : ResultCode.text(one.codes());
  }
}
