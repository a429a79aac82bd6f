package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One draw notice. */
@Entity
@Table(name = "draw_notice_view")
class DrawNoticeRow extends Document {}
