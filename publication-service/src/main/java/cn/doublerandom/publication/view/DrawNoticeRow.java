package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One draw notice. */
@Entity
@Table(name = "draw_notice_view")
class DrawNoticeRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(name = "drawn_on", insertable = false, updatable = false)
  String drawnOn = "";

  @Column(name = "teams_of", insertable = false, updatable = false)
  @Nullable String teamsOf;
}
