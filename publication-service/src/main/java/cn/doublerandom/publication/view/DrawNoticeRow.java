package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One draw notice. */
@Entity
@Table(name = "draw_notice_view")
class DrawNoticeRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(name = "drawn_on", insertable = false, updatable = false)
  String drawnOn = "";
}
