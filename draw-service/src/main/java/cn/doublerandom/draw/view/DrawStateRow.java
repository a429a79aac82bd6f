package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What everybody may see of one draw. */
@Entity
@Table(name = "draw_state_view")
class DrawStateRow extends Document {}
