//! Selection by lot: panels that mirror a population, drawn so that everybody's chance is as equal as the quotas allow.
#![allow(missing_docs, dead_code)]
mod chances;
pub mod check;
mod integer;
pub mod invite;
pub mod lottery;
mod lp;
pub mod model;
mod polytope;
mod portfolio;
pub mod random;
pub mod read;
pub mod reserve;
mod solve;
pub mod write;

pub mod trial {
    use crate::polytope::*;
    pub fn cuts(people: Vec<f64>, seats: Vec<f64>, rows: Vec<(f64,f64,Vec<usize>)>) {
        let p = Polytope { people, seats, rows: rows.into_iter().map(|(low, high, e)| Row{low,high,entries:e.into_iter().map(|c|(c,1.0)).collect()}).collect() };
        let t = std::time::Instant::now();
        match crate::solve::solve(&p) { None => println!("no panel"), Some(s) =>
        println!("{} classes, {:?}: {} levels, first {:?}, {} cuts, {} rounds, {} panels, deviation {:e}", p.classes(), t.elapsed(), s.aim.levels.len(), s.aim.levels.iter().map(|l| l.chance).find(|c| *c>1e-9), s.cuts, s.rounds, s.portfolio.panels.len(), s.deviation) }
    }
    pub fn run(people: Vec<f64>, seats: Vec<f64>, rows: Vec<(f64,f64,Vec<usize>)>) {
        let p = Polytope { people, seats, rows: rows.into_iter().map(|(low, high, e)| Row{low,high,entries:e.into_iter().map(|c|(c,1.0)).collect()}).collect() };
        let t = std::time::Instant::now();
        let l = crate::chances::leximin::leximin(&p).unwrap(); let ls = l.seats(&p);
        println!("{} classes, leximin {:?}, {} programmes, {} steps", p.classes(), t.elapsed(), l.levels.len(), 0);
        let mut fixed = vec![None; p.classes()]; let mut worst: f64 = 0.0;
        for level in &l.levels { let b = level.bound(&p, &fixed); if (b-level.chance).abs() > 1e-8 { println!("   level {} bound {b} {}", level.chance, level.prices.len()); } worst = worst.max(b - level.chance); for &c in &level.classes { fixed[c] = Some(level.chance); } }
        println!("worst gap {worst:e}");
        let mut levels: Vec<(f64,f64)> = l.chance.iter().copied().zip(p.people.iter().copied()).collect();
        levels.sort_by(|a,b| a.0.total_cmp(&b.0));
        let mut m: Vec<(f64,f64)> = vec![];
        for (c,n) in levels { match m.last_mut() { Some(x) if (x.0-c).abs()<1e-7 => x.1+=n, _ => m.push((c,n)) } }
        for x in m.iter().take(14) { println!("  {:.9} {}", x.0, x.1); }
        let t = std::time::Instant::now();
        let (f, left) = crate::portfolio::walk::walk(&p, &ls);
        println!("walk {:?}: {} panels, left {left:e}", t.elapsed(), f.panels.len());
        let t = std::time::Instant::now();
        let m = crate::portfolio::master::meet(&p, &ls, &f, 1e-7 * p.people.iter().sum::<f64>().min(30.0));
        let got = m.portfolio.seats(p.classes());
        let worst = got.iter().zip(&ls).zip(&p.people).map(|((a,b),n)| (a-b).abs()/n).fold(0.0,f64::max);
        println!("meet {:?}: deviation {:e}, {} panels, {} rounds, worst {worst:e}, cut {}", t.elapsed(), m.deviation, m.portfolio.panels.len(), m.rounds, m.cut.is_some());
        let t = std::time::Instant::now();
        match crate::lottery::compositions(&p, &ls, 1000) { None => println!("no uniform"), Some(u) => {
          let mut sum = vec![0.0; p.classes()]; for c in &u { for (i,x) in c.iter().enumerate() { sum[i] += f64::from(*x); } }
          let dev = sum.iter().zip(&ls).zip(&p.people).map(|((s,x),n)| { let (lo,hi) = ((s/n).floor(), (s/n).ceil()); let want = 1000.0*x/n; (lo-want).abs().max((hi-want).abs()) }).fold(0.0,f64::max);
          println!("uniform {:?}: {} panels, person deviation {dev} of 1000", t.elapsed(), u.len()); } }
        println!("sum {}", ls.iter().sum::<f64>());
    }
}
