//! Fair chances of the pools in a folder, timed.
use sortition::fair::{fair, Objective, Unwatched};
use sortition::model::*;
fn main(){ let a: Vec<String> = std::env::args().skip(1).collect(); let obj = match a[0].as_str() { "nash" => Objective::Nash, "goldilocks" => Objective::Goldilocks{gamma:1.0}, "minimax" => Objective::Minimax, _ => Objective::Leximin };
 for name in &a[1..] {
 let d=format!("/work/shared/data/sortition/{name}/");
 let (c,p)=(std::fs::read_to_string(d.clone()+"categories.csv").unwrap(),std::fs::read_to_string(d.clone()+"respondents.csv").unwrap());
 let meta=std::fs::read_to_string(d.clone()+"meta.json").unwrap(); let k:u32=meta.split("\"k\":").nth(1).unwrap().split(',').next().unwrap().trim().parse().unwrap();
 let mut q=Quotas::default();
 for l in c.lines().skip(1){let v:Vec<&str>=l.split(',').collect(); if q.features.last().is_none_or(|f| f.name!=v[0]) {q.features.push(Feature{name:v[0].into(),values:vec![]});} q.features.last_mut().unwrap().values.push(Value{name:v[1].into(),quota:Quota::new(v[2].parse().unwrap(),v[3].parse().unwrap())});}
 let head:Vec<&str>=p.lines().next().unwrap().split(',').collect(); let ix:Vec<usize>=q.features.iter().map(|f|head.iter().position(|h|*h==f.name).unwrap()).collect();
 let people=p.lines().skip(1).map(|l|{let v:Vec<&str>=l.split(',').collect();Person{id:v[0].into(),values:ix.iter().zip(&q.features).map(|(&i,f)|f.values.iter().position(|x|x.name==v[i]).unwrap() as u16).collect(),household:None}}).collect();
 let problem=Problem::new(q,Pool{people},k);
 let t=std::time::Instant::now(); let o=fair(&problem,obj,&mut Unwatched).unwrap();
 println!("== {name} {:?} {:?} value {} bound {} gap {:e} panels {} figures {:?} levels {:?}", t.elapsed(), o.status,o.value,o.bound,o.gap,o.panels.len(),o.figures,o.levels.iter().take(5).map(|l|(l.chance,l.people)).collect::<Vec<_>>());
 let sum:f64=o.chances.iter().sum(); let tot:f64=o.panels.iter().map(|p|p.probability).sum(); println!("   sum {sum} {tot}");
}}
