//! Selection by lot: panels that mirror a population, drawn so that everybody's chance is as equal as the quotas allow.
#![allow(missing_docs, dead_code)]
mod chances;
mod integer;
pub mod invite;
mod lp;
pub mod model;
mod polytope;
mod portfolio;
pub mod read;
pub mod reserve;
pub mod write;

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
        let (f, left) = crate::portfolio::walk::walk(&p, &l.seats);
        println!("walk {:?}: {} panels, left {left:e}", t.elapsed(), f.panels.len());
        let t = std::time::Instant::now();
        let m = crate::portfolio::master::meet(&p, &l.seats, &f, 1e-7 * p.people.iter().sum::<f64>().min(30.0));
        let got = m.portfolio.seats(p.classes());
        let worst = got.iter().zip(&l.seats).zip(&p.people).map(|((a,b),n)| (a-b).abs()/n).fold(0.0,f64::max);
        println!("meet {:?}: deviation {:e}, {} panels, {} rounds, worst {worst:e}, cut {}", t.elapsed(), m.deviation, m.portfolio.panels.len(), m.rounds, m.cut.is_some());
        println!("sum {}", l.seats.iter().sum::<f64>());
    }
}
