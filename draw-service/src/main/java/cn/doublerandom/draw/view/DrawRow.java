package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One draw. */
@Entity
@Table(name = "draw_view")
class DrawRow extends Document {}
