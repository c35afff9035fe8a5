//! x
#![allow(missing_docs, dead_code)]
mod chances; mod lp; mod polytope; mod portfolio;
pub mod trial {
    use crate::polytope::*;
    pub fn run(people: Vec<f64>, seats: Vec<f64>, rows: Vec<(f64,f64,Vec<usize>)>) {
        let p = Polytope { people, seats, rows: rows.into_iter().map(|(low, high, e)| Row{low,high,entries:e.into_iter().map(|c|(c,1.0)).collect()}).collect() };
        let t = std::time::Instant::now();
        let l = crate::chances::leximin::leximin(&p).unwrap();
        println!("{} classes, leximin {:?}, {} programmes, {} steps", p.classes(), t.elapsed(), l.programmes, l.steps);
        let mut levels: Vec<(f64,f64)> = l.chance.iter().copied().zip(p.people.iter().copied()).collect();
        levels.sort_by(|a,b| a.0.total_cmp(&b.0));
        let mut m: Vec<(f64,f64)> = vec![];
        for (c,n) in levels { match m.last_mut() { Some(x) if (x.0-c).abs()<1e-7 => x.1+=n, _ => m.push((c,n)) } }
        for x in m.iter().take(14) { println!("  {:.9} {}", x.0, x.1); }
        let t = std::time::Instant::now();
        let f = crate::portfolio::walk(&p, &l.seats);
        println!("walk {:?}: {} panels, left {:e}, {} nodes, {} steps, {} fractional", t.elapsed(), f.panels.len(), f.left, f.nodes, f.steps, f.fractional);
        println!("sum {}", l.seats.iter().sum::<f64>());
    }
}
