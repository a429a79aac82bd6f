package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Who visits whom by one draw. */
@Entity
@Table(name = "load_view")
class LoadRow extends Document {}
